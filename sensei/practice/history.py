"""What the record says of the past, as plain values: all that the rules read."""

from __future__ import annotations

from dataclasses import dataclass
from datetime import datetime
from typing import Literal

from sensei.practice.grade import Grade, Outcome

StepKind = Literal["shown", "hint", "run"]


@dataclass(frozen=True)
class Pass:
    """A koan was passed on the path for the first time; grade: how that went."""

    slug: str
    at: datetime
    grade: Grade


@dataclass(frozen=True)
class Began:
    """A session began. options: what was asked for, as JSON."""

    session: str
    at: datetime
    minutes: float
    options: str


@dataclass(frozen=True)
class Step:
    """Something that happened to an item before it ended.

    item: its place in the session, from 1; seconds: on the item's clock; elapsed:
    seconds of the session that had passed.
    """

    session: str
    item: int
    slug: str
    at: datetime
    kind: StepKind
    seconds: float
    elapsed: float
    verdict: str | None = None
    answer: str | None = None


@dataclass(frozen=True)
class Result:
    """How an item ended, what it was graded, and why.

    seconds: on the item's clock; par: in seconds; tries: failed runs; elapsed: as in
    Step; grade: None where nothing could be said.
    """

    session: str
    item: int
    slug: str
    at: datetime
    outcome: Outcome
    seconds: float
    elapsed: float
    par: float
    tries: int
    hints: int
    grade: Grade | None
    why: str
    answer: str | None = None


@dataclass(frozen=True)
class Ended:
    """A session came to its end: by the clock, by its plan, or by the learner."""

    session: str
    at: datetime


@dataclass(frozen=True)
class History:
    """The whole past, each kind in the order of writing."""

    passes: tuple[Pass, ...] = ()
    results: tuple[Result, ...] = ()
