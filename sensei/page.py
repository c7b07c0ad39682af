"""A lesson as plain values, which outlive the version that read them."""

from __future__ import annotations

from dataclasses import dataclass

from sensei.lesson import Lesson


@dataclass(frozen=True)
class Page:
    """A lesson as far as an update needs it: plain values, which outlive a version.

    path: relative to `koans/`; head, shown, tail: the koan in three parts, with the
    blank in the middle; hole: stands for `shown` in the frame; indent: of a block;
    answer: the solution's. A lesson that cannot be read has the kind "" and its whole
    koan as head.
    """

    slug: str
    path: str
    kind: str
    head: str
    shown: str = ""
    hole: str = ""
    tail: str = ""
    indent: str = ""
    answer: str = ""

    @property
    def koan(self) -> str:
        """The text of the derived koan."""
        return self.head + self.shown + self.tail

    @property
    def frame(self) -> str:
        """The koan with exactly one hole."""
        return self.head + self.hole + self.tail

    @property
    def inline(self) -> bool:
        """Whether the blank is a part of a line, and not lines of its own."""
        return self.kind in ("prediction", "expression")


def page(lesson: Lesson) -> Page:
    """Return the plain values of a lesson."""
    blank = lesson.blank
    return Page(
        slug=lesson.slug,
        path=lesson.path,
        kind=lesson.kind,
        head=lesson.koan.removesuffix(blank.shown + blank.tail),
        shown=blank.shown,
        hole=blank.hole,
        tail=blank.tail,
        indent=blank.indent,
        answer=blank.answer,
    )
