"""A koan's file as the session shows it."""

from __future__ import annotations

import re
from dataclasses import dataclass

from rich.console import Console
from rich.style import Style
from rich.syntax import Syntax
from rich.text import Span, Text

from sensei.live.looks import GREY, YELLOW, Glyphs
from sensei.live.scene import Scene

CODE_STYLE = "github-dark"
MARKED = "on #2c3346"


@dataclass(frozen=True)
class Code:
    """The rows of a koan's file, and the row of the marked line, from 0."""

    text: Text
    row: int


def code(scene: Scene, width: int, glyphs: Glyphs, console: Console) -> Code:
    """Return the file, numbered and folded, with the line of the blank marked.

    Its docstring is left out: it is the idea that stands beside it. One text, made for
    this width: a table would be laid out twice at each save.
    """
    lines = snippet(scene.source.expandtabs(4)).split("\n", allow_blank=True)
    margin = len(str(len(lines))) + 3
    marked = {scene.line}
    if scene.verdict is not None and scene.verdict.verdict != "passed":
        marked.add(scene.verdict.line)
    rows: list[Text] = []
    place = 0
    first = min(after_docstring(scene.source), *marked)
    for number, line in enumerate(lines[first - 1 :], first):
        here = number in marked
        if number == scene.line:
            place = len(rows)
        sign = glyphs.mark if here else " "
        label = f"{sign} {number:>{margin - 3}} "
        folded = line.wrap(console, max(width - margin, 8), overflow="fold")
        for part in folded or [Text()]:
            row = Text()
            row.append(label, f"bold {YELLOW}" if here else GREY)
            row.append_text(part)
            if here:
                row.append(" " * max(0, width - row.cell_len))
                row.stylize(MARKED, margin)
            rows.append(row)
            label = " " * margin
    return Code(Text("\n", no_wrap=True).join(rows), place)


def after_docstring(source: str) -> int:
    """Return the first line behind the docstring and the empty lines below it."""
    match = re.match(r'\s*r?""".*?"""[ \t]*\n\s*', source, re.DOTALL)
    return source[: match.end()].count("\n") + 1 if match else 1


def snippet(text: str) -> Text:
    """Return a piece of Python in colours, on whatever is behind it."""
    syntax = Syntax("", "python", theme=CODE_STYLE, background_color="default")
    shown = syntax.highlight(text)
    shown.rstrip()
    spans = [
        Span(span.start, span.end, Style(color=span.style.color, bold=span.style.bold))
        for span in shown.spans
        if isinstance(span.style, Style)
    ]
    return Text(shown.plain, spans=spans)
