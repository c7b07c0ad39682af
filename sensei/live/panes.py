"""What the session shows: text from a scene. No rules live here, and no terminal."""

from __future__ import annotations

from collections.abc import Sequence

from rich.cells import cell_len
from rich.console import Group, RenderableType
from rich.padding import Padding
from rich.table import Table
from rich.text import Text

from sensei import screen
from sensei.feedback import form
from sensei.live.looks import BLUE, COLORS, GREEN, GREY, YELLOW, Glyphs
from sensei.live.scene import Scene
from sensei.live.source import code, snippet
from sensei.screen import detail, printed, prose
from sensei.verdict import Verdict

__all__ = ["COLORS", "Glyphs", "beside", "code", "finished", "header", "hints"]
__all__ += ["idea", "keys", "snippet", "solution", "verdict"]
ALL = ("a", "all")
TODO = {
    "incomplete": "Edit the file in your editor and save it: that is all.",
    "wrong": "Change your answer and save. Stuck? Press h for a hint.",
    "broken": "Mend that line and save.",
    "banned": "Write it another way and save.",
    "altered": "Undo that and save, or press r to have the koan as it came.",
    "timeout": "It was stopped. Mend it and save.",
    "crashed": "Nothing else was harmed. Mend it and save.",
    "skipped": "Press n to go on.",
}


def header(scene: Scene, width: int, glyphs: Glyphs) -> Text:
    """Return two lines: the topic and the koan's number; how far the path is walked."""
    left = f" {scene.topic}"
    right = f"koan {scene.number} of {scene.total} "
    room = width - cell_len(right) - 1
    first = Text(left, "bold", no_wrap=True, overflow="ellipsis")
    first.truncate(max(room, 8), overflow="ellipsis" if glyphs.unicode else "crop")
    first.append(" " * max(1, width - first.cell_len - cell_len(right)))
    first.append(right)
    return Text("\n").join([first, progress(scene, width, glyphs)])


def progress(scene: Scene, width: int, glyphs: Glyphs) -> Text:
    """Return a bar of what is passed, with the number behind it."""
    said = f" {scene.passed} passed "
    size = max(4, width - len(said) - 1)
    full = scene.passed * size // max(scene.total, 1)
    if scene.passed:
        full = max(full, 1)
    bar = Text(" ")
    bar.append(glyphs.full * full, GREEN)
    bar.append(glyphs.empty * (size - full), GREY)
    bar.append(said, GREEN)
    return bar


def idea(scene: Scene, *, brief: bool) -> Text:
    """Return the idea in one sentence and, unless brief, why it is so."""
    parts = [prose(scene.lesson.title.text, "bold")]
    text = scene.lesson.text.strip("\n")
    if text and not brief:
        parts.append(prose(reflowed(text)))
    return Text("\n").join(parts)


def reflowed(text: str) -> str:
    """Return text with its paragraphs on one line each; what is indented stays."""
    blocks = []
    for block in text.split("\n\n"):
        lines = block.split("\n")
        prose_only = not any(line.startswith((" ", "-", "|", "*")) for line in lines)
        blocks.append(" ".join(lines) if prose_only else block)
    return "\n\n".join(blocks)


def verdict(scene: Scene, width: int, glyphs: Glyphs) -> RenderableType:
    """Return the verdict, what to do about it, and the hints that were asked for."""
    told = scene.verdict
    if told is None:
        return Text("Being judged. An endless loop is stopped by itself.", "dim")
    parts: list[RenderableType] = [headline(told, glyphs)]
    if told.detail.strip():
        parts.append(Padding(detail(told.detail, 14), (0, 0, 0, 2)))
    if told.printed:
        parts.append(printed(told.printed))
    if is_passed(told):
        parts += success(scene, width, glyphs)
    else:
        parts += [*hints(scene), prose(_todo(scene, told), "dim")]
    return Group(*parts)


def _todo(scene: Scene, told: Verdict) -> str:
    """Say what to do; no hint is offered where all have been seen."""
    if told.verdict == "wrong" and scene.hints == len(scene.lesson.hints):
        return "Change your answer and save. Still stuck? s shows the solution."
    return TODO[told.verdict]


def end_of(path: str, width: int) -> str:
    """Return a path without its first folders where there is no room for them."""
    while len(path) > width and "/" in path:
        path = path.partition("/")[2]
    return path if len(path) <= width else f"...{path[3 - width :]}"


def is_passed(told: Verdict | None) -> bool:
    """Say whether a koan is seen to pass."""
    return told is not None and told.verdict == "passed"


def whole(scene: Scene, width: int, glyphs: Glyphs) -> RenderableType:
    """Return the whole idea and all of the verdict, for a page of their own."""
    parts = (idea(scene, brief=False), Text(), verdict(scene, width, glyphs))
    return Group(*parts)


def headline(told: Verdict, glyphs: Glyphs) -> Table:
    """Return the verdict's name and, beside it, its message."""
    label = Text(
        f" {glyphs.sign(told.verdict)} {told.verdict} ",
        f"bold #16181f on {COLORS[told.verdict]}",
        no_wrap=True,
    )
    style = f"bold {GREEN}" if told.verdict == "passed" else ""
    table = Table.grid(padding=(0, 2))
    table.add_row(label, prose(told.message, style))
    return table


def hints(scene: Scene) -> list[RenderableType]:
    """Return the hints that have been seen."""
    total = len(scene.lesson.hints)
    parts: list[RenderableType] = []
    for i, hint in enumerate(scene.lesson.hints[: scene.hints], 1):
        row = Table.grid(padding=(0, 2))
        row.add_column(no_wrap=True)
        row.add_row(Text(f"hint {i} of {total}", BLUE), prose(hint.text))
        parts.append(row)
    return parts


def success(scene: Scene, width: int, glyphs: Glyphs) -> list[RenderableType]:
    """Return the idea once more, and the lesson's own answer beside the learner's."""
    lesson, told = scene.lesson, scene.verdict
    parts: list[RenderableType] = []
    yours = lesson.laid_out((told.answer if told else "") or "")
    if form(yours) == form(lesson.answer):
        parts.append(Text("Your answer is the lesson's own.", "dim"))
    elif yours:
        parts.append(beside(yours, lesson.reference, width))
    see = ", ".join(name.text for name in lesson.see)
    foot = Text(f"See {see}", "dim")
    parts.append(foot)
    if scene.ends_topic:
        star = "★ " if glyphs.unicode else "* "
        parts.append(Text(f"{star}All of {scene.topic} is passed.", f"bold {YELLOW}"))
    parts.append(Text.assemble(("enter", "bold reverse"), " goes on"))
    return parts


def beside(yours: str, reference: str, width: int) -> RenderableType:
    """Return two answers, side by side where there is room."""
    longest = max(map(cell_len, [*yours.splitlines(), *reference.splitlines(), ""]))
    answers = [("yours", yours), ("the lesson's", reference)]
    if 2 * longest + 6 <= width:
        table = Table.grid(padding=(0, 4))
        table.add_row(*(Text(name, "dim") for name, _ in answers))
        table.add_row(*(snippet(text) for _, text in answers))
        return table
    parts: list[RenderableType] = []
    for name, text in answers:
        parts += [Text(name, "dim"), Padding(snippet(text), (0, 0, 0, 2))]
    return Group(*parts)


def solution(scene: Scene) -> RenderableType:
    """Return the lesson's own answer, with where to read on."""
    see = ", ".join(name.text for name in scene.lesson.see)
    return Group(
        prose(scene.lesson.title.text, "bold"),
        Text(),
        snippet(scene.lesson.reference),
        Text(),
        Text(f"See {see}", "dim"),
    )


def with_all(pairs: Sequence[tuple[str, str]], cut: bool) -> list[tuple[str, str]]:
    """Return the keys, with the one that shows all of it where something is cut."""
    return [*pairs[:-1], *([ALL] if cut else []), pairs[-1]]


def keys(pairs: Sequence[tuple[str, str]], lit: frozenset[str], width: int) -> Text:
    """Return the keys and what they do, in as many lines as it takes.

    lit: the ones to press now.
    """
    text, used = Text(), 0
    full = sum(len(key) + len(what) + 4 for key, what in pairs) - 1
    gap = " " if full <= width else ""  # without it, more of them stand on a line
    for key, what in pairs:
        size = len(key) + len(what) + len(gap) + 3
        if used and used + size - 1 > width:
            text.append("\n")
            used = 0
        style = f"bold #16181f on {GREEN}" if key in lit else "bold reverse"
        text.append(f" {key} ", style)
        text.append(f"{gap}{what} ", "" if key in lit else "dim")
        used += size
    return text


def finished(passed: int, elsewhere: int, total: int) -> RenderableType:
    """Return what is said where no koan is open."""
    lines = [Text("You have walked the whole way.", f"bold {GREEN}"), Text()]
    lines.append(Text(f"{passed} of {total} koans are passed."))
    if elsewhere:
        lines.append(screen.elsewhere(elsewhere))
    return Group(*lines)
