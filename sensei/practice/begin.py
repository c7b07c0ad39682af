"""What a session of practice begins with, and where its record goes."""

from __future__ import annotations

from dataclasses import dataclass
from typing import Protocol

from sensei.practice.history import Ended, Result, Step
from sensei.practice.plan import Pick, Pool


class Sink(Protocol):
    """Where a session's record goes."""

    def step(self, step: Step) -> None: ...
    def result(self, result: Result) -> None: ...
    def ended(self, ended: Ended) -> None: ...


@dataclass(frozen=True)
class Open:
    """An item that was open when its session was cut short, as last recorded.

    answer: the one that was judged last, None where there is none.
    """

    slug: str
    seconds: float
    tries: int
    hints: int
    answer: str | None = None


@dataclass(frozen=True)
class Begin:
    """What a session begins with; the last three are a session's that was cut short.

    name: of the session in the record; katas: the items, where one koan is drilled;
    elapsed: seconds of it that have passed.
    """

    name: str
    pool: Pool
    minutes: float
    katas: tuple[Pick, ...] = ()
    elapsed: float = 0.0
    results: tuple[Result, ...] = ()
    open: Open | None = None
