"""Draws the README's picture: a koan and the verdict on a wrong answer, as SVG."""

from __future__ import annotations

import io

from rich.console import Console

from sensei import guide, path, screen
from sensei.path import Home
from sensei.verdict import Verdict
from sensei.walk import Walk

SLUG = "reshape_keeps_order"


def draw(home: Home) -> str:
    """Return the picture: the first wrong answer of a lesson, and its reason."""
    found = path.read(home)
    slugs = [lesson.slug for lesson in found.lessons]
    place = slugs.index(SLUG) if SLUG in slugs else len(slugs) // 3
    lesson = found.lessons[place]
    wrong = lesson.wrongs[0]
    verdict = Verdict(
        lesson.slug, f"koans/{lesson.path}", lesson.line, "wrong", wrong.reason
    )
    walk = Walk((), (lesson, verdict), place, len(slugs), 0)
    out = Console(record=True, width=80, file=io.StringIO(), force_terminal=True)
    out.print(screen.where(out, walk, guide.title(home, lesson.topic)))
    out.print()
    out.print(screen.koan(out, lesson, verdict, lesson.fill_koan(wrong.code)))
    out.print(screen.next_steps())
    return out.export_svg(title="make koans", unique_id="koans")
