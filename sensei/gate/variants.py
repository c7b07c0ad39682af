"""The files that the gate runs: one lesson with one answer each."""

from __future__ import annotations

import ast
from collections.abc import Iterator
from dataclasses import dataclass
from typing import Literal

from sensei.errors import Fault
from sensei.fields import Answer
from sensei.gate import mutants
from sensei.lesson import Lesson

Kind = Literal["blank", "solution", "right", "wrong", "mutant", "empty", "edit"]
"""An edit may pass or fail; a solution and a right answer pass; all others fail."""


SEEDS = 3
"""With how many seeds, at most, a wrong answer is run: what a generator draws may let
one pass by chance, but only an answer that must never fail has to be run often."""
BROKEN = "The broken code, as the koan comes."


@dataclass(frozen=True)
class Variant:
    """A lesson with an answer in its blank, and what is expected of its tests.

    name: of its file; line: of the lesson's file, where the answer is listed;
    seeds: how many seeds it is run with; reason: why a listed answer is wrong.
    """

    lesson: Lesson
    kind: Kind
    name: str
    text: str
    answer: str
    line: int
    seeds: int
    reason: str = ""

    @property
    def passes(self) -> bool:
        """Whether the tests must pass."""
        return self.kind in ("solution", "right")


def of_lesson(lesson: Lesson, seeds: int, edits: bool) -> Iterator[Variant]:
    """Yield the variants of a lesson; edits: the small edits of code too.

    seeds: with how many an answer that must pass is run; what must fail has no more
    than SEEDS of them.
    """
    few = min(seeds, SEEDS)
    line = lesson.blank.line
    if lesson.kind != "repair":
        text = lesson.koan
        yield Variant(lesson, "blank", _name(lesson, "blank", 0), text, "__", line, 1)
    passing: list[tuple[Kind, Answer]] = [("solution", Answer(lesson.answer, "", line))]
    passing += [("right", right) for right in lesson.rights]
    wrongs = list(lesson.wrongs)
    if lesson.broken:
        wrongs.append(Answer(lesson.broken, BROKEN, line))
    for i, (kind, entry) in enumerate(passing):
        yield _variant(lesson, kind, i, entry.code, entry.line, seeds)
    for i, entry in enumerate(wrongs, len(passing)):
        yield _variant(lesson, "wrong", i, entry.code, entry.line, few, entry.reason)
    if lesson.kind == "prediction":
        for i, answer in enumerate(mutants.predictions(lesson)):
            yield _variant(lesson, "mutant", i, answer, line, 1)
        return
    for i, answer in enumerate(mutants.required(lesson)):
        yield _variant(lesson, "empty", i, answer, line, 1)
    for i, answer in enumerate(mutants.edits(lesson) if edits else []):
        yield _variant(lesson, "edit", i, answer, line, 1)


def _variant(
    lesson: Lesson,
    kind: Kind,
    number: int,
    answer: str,
    line: int,
    seeds: int,
    reason: str = "",
) -> Variant:
    text, name = lesson.fill(answer), _name(lesson, kind, number)
    return Variant(lesson, kind, name, text, answer, line, seeds, reason)


def _name(lesson: Lesson, kind: str, number: int) -> str:
    return f"test_{lesson.slug}__{kind}_{number}.py"


def unparsable(variant: Variant) -> Fault | None:
    """Return a fault where the variant is no Python: that would reject it unjustly."""
    try:
        ast.parse(variant.text)
    except SyntaxError as error:
        if variant.kind in ("mutant", "empty", "edit"):
            return None
        path = f"solutions/{variant.lesson.path}"
        what = f"this answer is no Python in its place: {error.msg}"
        mend = "Write it as it would stand in the blank."
        return Fault(path, variant.line, what, mend)
    return None
