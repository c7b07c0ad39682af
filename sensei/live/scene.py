"""What passes between a session and its screen: plain values."""

from __future__ import annotations

from dataclasses import dataclass

from sensei.judge import Look
from sensei.lesson import Lesson
from sensei.verdict import Verdict
from sensei.walk import State


@dataclass(frozen=True)
class Judged:
    """A koan with the text that was judged, and the verdict on it."""

    lesson: Lesson
    seen: Look
    verdict: Verdict


@dataclass(frozen=True)
class Started:
    """A koan whose text is in order, to be run in its turn."""

    lesson: Lesson
    seen: Look
    turn: int


@dataclass(frozen=True)
class Shown:
    """What is on the screen; verdict: None while it is not known."""

    lesson: Lesson
    seen: Look
    verdict: Verdict | None


@dataclass(frozen=True)
class Scene:
    """All that the screen shows of one koan.

    number: its place on the route, from 1; source, line: the learner's file, and the
    line of the blank or the answer; verdict: None while it is not judged; hints: how
    many have been seen; solved: whether the solution was; ends_topic: whether no koan
    of its topic is open.
    """

    lesson: Lesson
    topic: str
    number: int
    total: int
    passed: int
    source: str
    line: int
    verdict: Verdict | None
    hints: int
    solved: bool = False
    ends_topic: bool = False


@dataclass(frozen=True)
class Row:
    """A koan in the list; title is empty while its lesson has not been read.

    number: its place on the route, from 1.
    """

    path: str
    slug: str
    topic: str
    title: str
    state: State
    number: int = 0
