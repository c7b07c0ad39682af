"""What is printed: the koan, a verdict, the list. No rules live here."""

from __future__ import annotations

import re
from collections.abc import Mapping, Sequence
from dataclasses import dataclass

from rich.console import Console, Group, RenderableType
from rich.padding import Padding
from rich.progress_bar import ProgressBar
from rich.syntax import Syntax
from rich.table import Table
from rich.text import Text

from sensei.lesson import Lesson
from sensei.verdict import Verdict
from sensei.walk import State, Walk
from sensei.wording import command, count

VALUE = re.compile(
    r"((?:your answer|which is|it is|left side|right side|line \d+) +)(.*)"
)
"""A line of a verdict's details that names a value."""
PRINTED = 6
"""Lines that are shown of what was printed."""
BEFORE, AFTER = 8, 3
"""Lines of code that are shown before and after the blank."""


@dataclass(frozen=True)
class Look:
    """How a state is shown: its sign, the sign without Unicode, its style."""

    sign: str
    plain: str
    style: str


LOOKS: Mapping[State, Look] = {
    "passed": Look("✓", "+", "green"),
    "incomplete": Look("·", ".", "dim"),
    "unjudged": Look("?", "?", "cyan"),
    "wrong": Look("✗", "x", "red"),
    "broken": Look("✗", "x", "magenta"),
    "banned": Look("✗", "x", "yellow"),
    "altered": Look("✗", "x", "yellow"),
    "timeout": Look("✗", "x", "red"),
    "crashed": Look("✗", "x", "red"),
    "skipped": Look("-", "-", "dim"),
}


def prose(text: str, style: str = "") -> Text:
    """Return text in which `code` stands out."""
    shown = Text(style=style)
    for i, part in enumerate(re.split(r"`([^`\n]+)`", text)):
        shown.append(part, "bold cyan" if i % 2 else "")
    return shown


def sign(console: Console, state: State) -> Text:
    """Return the sign of a state, in plain letters where Unicode cannot be shown."""
    look = LOOKS[state]
    fancy = (console.encoding or "").lower().startswith("utf")
    return Text(look.sign if fancy else look.plain, look.style)


def excerpt(source: str, line: int) -> RenderableType:
    """Return the lines around a line of code, numbered, with it marked."""
    return _code(source, line, line)


def _code(source: str, first: int, last: int) -> Syntax:
    """Return code with its lines first to last marked, and some around them."""
    lines = source.splitlines()
    first = min(first, len(lines))  # an error may be behind the end
    start = max(1, first - BEFORE)
    while start < first and not lines[start - 1].strip():
        start += 1
    return Syntax(
        source,
        "python",
        line_numbers=True,
        line_range=(start, min(len(lines), last + AFTER)),
        highlight_lines=set(range(first, last + 1)),
        word_wrap=True,  # the blank may stand at the end of a long line
        theme="ansi_dark",
        background_color="default",
    )


def where(console: Console, walk: Walk, topic: str) -> RenderableType:
    """Return the line that says how far the learner has come."""
    row = Table.grid(padding=(0, 2))
    cells: list[RenderableType] = [
        Text(f"{walk.passed} of {walk.total} passed"),
        Text(topic, "dim"),
    ]
    if console.color_system is not None:  # without colour its end cannot be seen
        width = max(10, min(30, console.width - 50))
        bar = ProgressBar(total=walk.total, completed=walk.passed, width=width)
        cells.insert(0, bar)
    row.add_row(*cells)
    return row


def koan(
    console: Console, lesson: Lesson, verdict: Verdict, source: str
) -> RenderableType:
    """Return a koan: its idea, where it is, the code around the blank, the verdict."""
    link = Text(f"{verdict.path}:{verdict.line}", "bold")
    parts: list[RenderableType] = [
        prose(lesson.title.text, "bold"),
        Padding(prose(lesson.text.strip("\n")), (1, 0)),
        link,
    ]
    if source:
        parts.append(excerpt(source, verdict.line))
    parts.append(Padding(told(console, verdict), (1, 0, 0, 0)))
    return Group(*parts)


def told(console: Console, verdict: Verdict) -> RenderableType:
    """Return a verdict with its message and its details."""
    style = LOOKS[verdict.verdict].style
    first = Text.assemble(
        sign(console, verdict.verdict), " ", (verdict.verdict, f"bold {style}"), "  "
    )
    first.append_text(prose(verdict.message))
    parts: list[RenderableType] = [first]
    if verdict.detail:
        parts.append(Padding(detail(verdict.detail, 12, "dim"), (0, 0, 0, 2)))
    if verdict.printed:
        parts.append(printed(verdict.printed))
    if verdict.verdict == "altered":
        again = command("reset", verdict.slug)
        parts.append(prose(f"Undo it, or begin again: `{again}`"))
    return Group(*parts)


def printed(text: str) -> RenderableType:
    """Return the end of what a learner's code printed."""
    lines = text.splitlines()
    shown = [
        line if len(line) < 200 else f"{line[:200]} ..." for line in lines[-PRINTED:]
    ]
    if len(lines) > PRINTED:
        shown.insert(0, "...")
    row = Table.grid(padding=(0, 2))
    row.add_column(no_wrap=True)
    row.add_row(Text("printed", "cyan"), Text("\n".join(shown)))
    return row


def detail(text: str, most: int, style: str = "") -> RenderableType:
    """Return the lines below a verdict's message, at most so many.

    A value that is folded goes on below itself, not below its name.
    """
    lines = text.strip("\n").splitlines()
    if len(lines) > most:
        lines = [*lines[: most - 1], f"... and {len(lines) - most + 1} more lines"]
    parts: list[RenderableType] = []
    for line in lines:
        line = line if len(line) < 400 else f"{line[:400]} ..."
        named = VALUE.fullmatch(line)
        if named is None:
            parts.append(Text(line, style))
            continue
        row = Table.grid()
        row.add_column(no_wrap=True)
        row.add_row(Text(named[1], style), Text(named[2], style, overflow="fold"))
        parts.append(row)
    return Group(*parts)


def next_steps() -> RenderableType:
    """Return what a learner does now."""
    table = Table.grid(padding=(0, 2))
    table.add_column(style="dim")
    table.add_column(style="cyan", overflow="fold")
    table.add_row("Edit the file, save it, then", command("koans"))
    table.add_row("Stuck?", command("hint"))
    return table


def fresh(console: Console, lessons: Sequence[Lesson]) -> RenderableType:
    """Return the koans that were just seen to pass, at most five by name."""
    lines = [
        Text.assemble(
            sign(console, "passed"), " ", ("passed", "bold green"), "  "
        ).append_text(prose(lesson.title.text))
        for lesson in lessons[-5:]
    ]
    if len(lessons) > 5:
        more = count(len(lessons) - 5, "more koan")
        has = "has" if len(lessons) == 6 else "have"
        lines.insert(0, Text(f"{more} {has} passed.", "green"))
    return Group(*lines)


def finished(walk: Walk) -> RenderableType:
    """Return what is said at the end of the path."""
    lines = [Text("You have walked the whole path.", "bold green")]
    if walk.elsewhere:
        lines.append(elsewhere(walk.elsewhere))
    return Group(*lines)


def elsewhere(number: int) -> Text:
    """Return what is said of koans that this machine cannot run."""
    left = f"{count(number, 'koan')} left, for a GPU, which torch does not see here: "
    return Text(f"{left}go on where there is one, with --device cuda.")


def listing(
    console: Console, topics: Mapping[str, Sequence[tuple[Lesson, State]]]
) -> RenderableType:
    """Return all koans by topic, with their states."""
    table = Table.grid(padding=(0, 1))
    table.add_column(no_wrap=True)
    table.add_column(no_wrap=True, overflow="ellipsis")
    table.add_column(no_wrap=True)
    for topic, rows in topics.items():
        passed = sum(state == "passed" for _, state in rows)
        table.add_row("", Text(topic, "bold"), Text(f"{passed} of {len(rows)}", "dim"))
        for lesson, state in rows:
            shown = "" if state in ("incomplete", "passed") else state
            look = LOOKS[state].style
            table.add_row(
                sign(console, state), Text(f"  {lesson.slug}"), Text(shown, look)
            )
    return table


def hints(lesson: Lesson, seen: int) -> RenderableType:
    """Return the first `seen` hints of a lesson, the newest last and in full light."""
    total = len(lesson.hints)
    lines = []
    for i, hint in enumerate(lesson.hints[:seen], 1):
        line = Text(f"{i} of {total}  ", "cyan").append_text(prose(hint.text))
        line.stylize("dim" if i < seen else "")
        lines.append(line)
    more = command("hint") if seen < total else command("solution", lesson.slug)
    what = "The next hint" if seen < total else "That was the last. The solution"
    lines.append(prose(f"{what}: `{more}`", "dim"))
    return Group(prose(lesson.title.text, "bold"), Text(), *lines)


def solution(lesson: Lesson) -> RenderableType:
    """Return the solution's answer, in its place."""
    source = lesson.fill_koan(lesson.answer)
    code = _code(source, lesson.line, lesson.line + lesson.answer.count("\n"))
    see = ", ".join(name.text for name in lesson.see)
    return Group(
        prose(lesson.title.text, "bold"),
        Padding(code, (1, 0)),
        Text(f"See {see}", "dim"),
    )
