"""Walks the path: which koans are passed, and which comes next."""

from __future__ import annotations

import subprocess
import sys
from collections.abc import Sequence
from dataclasses import dataclass
from datetime import datetime
from functools import lru_cache

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
    of `total` are passed; elsewhere: how many need a GPU that this machine lacks.
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
    here = [lesson for lesson in lessons if _can_run(lesson, judge.device)]
    passed = {
        lesson.slug
        for lesson in lessons
        if state(looks[lesson.slug], last.get(lesson.slug)) == "passed"
    }
    fresh: list[Lesson] = []
    current: tuple[Lesson, Verdict] | None = None
    upto = next(
        (i for i, lesson in enumerate(here) if looks[lesson.slug].finding), len(here)
    )
    open_ones = [x for x in here[: upto + 1] if x.slug not in passed]
    for lesson, verdict in zip(open_ones, judge.judge(open_ones, journal.tried())):
        record(journal, lesson, looks[lesson.slug], verdict, last, now)
        if verdict.verdict == "passed":
            passed.add(lesson.slug)
            fresh.append(lesson)
        elif verdict.verdict != "skipped":
            current = (lesson, verdict)
            break
    elsewhere = sum(
        lesson.slug not in passed and lesson not in here for lesson in lessons
    )
    return Walk(tuple(fresh), current, len(passed), len(lessons), elsewhere)


def state(seen: Look, attempt: Attempt | None) -> State:
    """Return the state of a koan from its text and its newest attempt."""
    if seen.finding is not None:
        return seen.finding.verdict
    if attempt is not None and attempt.fingerprint == seen.fingerprint:
        return attempt.verdict
    return "unjudged"


def record(
    journal: Journal,
    lesson: Lesson,
    seen: Look,
    verdict: Verdict,
    last: dict[str, Attempt],
    now: datetime,
) -> None:
    """Append the attempt, unless it is the same as the newest, or none was made."""
    before = last.get(lesson.slug)
    same = before is not None and before.fingerprint == seen.fingerprint
    if verdict.verdict == "incomplete" or (same and before.verdict == verdict.verdict):  # type: ignore[union-attr]
        return
    journal.add(
        Attempt(
            slug=lesson.slug,
            at=now,
            verdict=verdict.verdict,
            seconds=verdict.seconds,
            answer=verdict.answer,
            hints=journal.hints(lesson.slug),
            fingerprint=seen.fingerprint,
        )
    )


def _can_run(lesson: Lesson, device: str) -> bool:
    return "cuda" not in lesson.marks or device.startswith("cuda") or has_gpu()


@lru_cache(maxsize=1)
def has_gpu() -> bool:
    """Say whether torch sees a GPU; asks another process, which imports torch."""
    code = "import torch; print(torch.cuda.is_available())"
    asked = subprocess.run([sys.executable, "-c", code], capture_output=True, text=True)
    return asked.stdout.strip() == "True"
