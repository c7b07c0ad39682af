"""Walks the path: which koans are passed, and which comes next."""

from __future__ import annotations

import contextlib
from collections.abc import Sequence
from dataclasses import dataclass
from datetime import datetime

from sensei.devices import has_gpu
from sensei.errors import SenseiError
from sensei.journal import Attempt, Journal
from sensei.judge import Judge, Look
from sensei.lesson import Lesson
from sensei.verdict import Verdict

State = str
"""A verdict's name, or `unjudged`: edited, and not judged since."""


@dataclass(frozen=True)
class Walk:
    """Where a learner stands.

    fresh: the koans that were seen to pass just now; current: the first koan that is
    not passed, with its verdict, or None at the end of the path; passed: how many
    of `total` are passed; elsewhere: at the end of the path, how many of the others
    need a GPU that this machine lacks.
    """

    fresh: tuple[Lesson, ...]
    current: tuple[Lesson, Verdict] | None
    passed: int
    total: int
    elsewhere: int


def walk(
    lessons: Sequence[Lesson], judge: Judge, journal: Journal, now: datetime
) -> Walk:
    """Find the first koan that is not passed, and judge what was edited up to it."""
    if not lessons:
        raise SenseiError("There are no koans here: `solutions/` holds no lesson.")
    last = journal.last()
    looks = {lesson.slug: judge.look(lesson) for lesson in lessons}
    passed = {
        lesson.slug
        for lesson in lessons
        if state(looks[lesson.slug], last.get(lesson.slug)) == "passed"
    }
    open_ones: list[Lesson] = []
    for lesson in lessons:
        if lesson.slug not in passed and can_run(lesson, judge.device):
            open_ones.append(lesson)
            if looks[lesson.slug].finding:
                break  # what comes later is not looked at today
    fresh: list[Lesson] = []
    current: tuple[Lesson, Verdict] | None = None
    # Closed in any case: whatever stops this, no process is left behind.
    with contextlib.closing(judge.judge(open_ones, journal.tried())) as verdicts:
        for lesson, verdict in zip(open_ones, verdicts):
            made = attempt(journal, lesson, looks[lesson.slug], verdict, last, now)
            if made is not None:
                journal.add(made)
            if verdict.verdict == "passed":
                passed.add(lesson.slug)
                fresh.append(lesson)
            elif verdict.verdict != "skipped":
                current = (lesson, verdict)
                break
    elsewhere = 0
    if current is None:
        elsewhere = sum(
            lesson.slug not in passed and not can_run(lesson, judge.device)
            for lesson in lessons
        )
    return Walk(tuple(fresh), current, len(passed), len(lessons), elsewhere)


def first_open(
    lessons: Sequence[Lesson], judge: Judge, journal: Journal
) -> Lesson | None:
    """Return the first koan that is not passed, as far as is known without a run."""
    last = journal.last()
    for lesson in lessons:
        seen = state(judge.look(lesson), last.get(lesson.slug))
        if seen not in ("passed", "skipped") and can_run(lesson, judge.device):
            return lesson
    return None


def states(
    lessons: Sequence[Lesson], judge: Judge, journal: Journal
) -> dict[str, State]:
    """Return the state of each koan, by slug; nothing is run."""
    last = journal.last()
    return {
        lesson.slug: state(judge.look(lesson), last.get(lesson.slug))
        for lesson in lessons
    }


def state(seen: Look, attempt: Attempt | None) -> State:
    """Return the state of a koan from its text and its newest attempt."""
    if seen.finding is not None:
        return seen.finding.verdict
    if attempt is not None and attempt.fingerprint == seen.fingerprint:
        return attempt.verdict
    return "unjudged"


def attempt(
    journal: Journal,
    lesson: Lesson,
    seen: Look,
    verdict: Verdict,
    last: dict[str, Attempt],
    now: datetime,
) -> Attempt | None:
    """Return the attempt, None if it is the same as the newest, or none was made."""
    before = last.get(lesson.slug)
    same = before is not None and before.fingerprint == seen.fingerprint
    if verdict.verdict == "incomplete" or (same and before.verdict == verdict.verdict):  # type: ignore[union-attr]
        return None
    return Attempt(
        slug=lesson.slug,
        at=now,
        verdict=verdict.verdict,
        seconds=verdict.seconds,
        answer=verdict.answer,
        hints=journal.hints(lesson.slug),
        fingerprint=seen.fingerprint,
    )


def can_run(lesson: Lesson, device: str) -> bool:
    """Say whether this machine has what the lesson needs."""
    return "cuda" not in lesson.marks or device.startswith("cuda") or has_gpu()
