"""What the session of practice shows: its clocks, the item, how the last one went.

The idea, the code and the verdict are shown as the live session shows them.
"""

from __future__ import annotations

from dataclasses import dataclass

from rich.cells import cell_len
from rich.console import Group, RenderableType
from rich.text import Text

from sensei.lesson import Lesson
from sensei.live import panes
from sensei.live.panes import Glyphs
from sensei.live.session import Scene
from sensei.practice.history import Result
from sensei.practice.plan import Pick
from sensei.practice.session import Session
from sensei.practice.shown import WHYS, clock, line
from sensei.verdict import Verdict


@dataclass(frozen=True)
class Clocks:
    """What the two clocks say, in seconds; item: its number."""

    left: float
    whole: float
    spent: float
    par: float
    item: int
    topic: str
    why: str
    paused: bool
    running: bool


def clocks_of(session: Session, topic: str) -> Clocks:
    """Return what the clocks of a session say."""
    pick = session.pick
    return Clocks(
        left=session.left,
        whole=session.begin.minutes * 60,
        spent=session.spent,
        par=pick.par if pick else 0.0,
        item=session.item,
        topic=topic,
        why=WHYS[pick.why] if pick else "",
        paused=session.state == "paused",
        running=session.state == "running",
    )


def header(clocks: Clocks, width: int, glyphs: Glyphs) -> Text:
    """Return three lines: item and topic; the countdown; the item against par."""
    first = Text(f" item {clocks.item} · {clocks.why}  ", "bold")
    first.append(clocks.topic, "dim")
    state = "paused " if clocks.paused else "tests run " if clocks.running else ""
    first.truncate(max(8, width - cell_len(state) - 1), overflow="ellipsis")
    first.append(" " * max(1, width - first.cell_len - cell_len(state)))
    first.append(state, "bold reverse yellow" if clocks.paused else "cyan")
    late = clocks.left <= 0
    said = "time is up" if late else f"{clock(clocks.left)} left"
    style = "bold red" if late else "bold yellow" if clocks.left < 60 else "bold"
    countdown = _bar(clocks.left / clocks.whole, said, style, "cyan", width, glyphs)
    over = clocks.spent > clocks.par
    color = "green" if clocks.spent <= clocks.par / 2 else "red" if over else "yellow"
    said = f"{clock(clocks.spent)} of par {clock(clocks.par)}"
    share = clocks.spent / clocks.par if clocks.par else 0.0
    own = _bar(share, said, f"bold {color}", color, width, glyphs)
    return Text("\n").join([first, countdown, own])


def _bar(
    share: float, said: str, style: str, color: str, width: int, glyphs: Glyphs
) -> Text:
    room = max(4, width - 22)
    full = round(room * min(1.0, max(0.0, share)))
    bar = Text(" ")
    bar.append(glyphs.full * full, color)
    bar.append(glyphs.empty * (room - full), "bright_black")
    return bar.append(f" {said}", style)


def scene(
    lesson: Lesson,
    source: str,
    line: int,
    verdict: Verdict | None,
    hints: int,
    topic: str,
) -> Scene:
    """Return an item as the live session's panes take it."""
    return Scene(lesson, topic, 0, 0, 0, source, line, verdict, hints)


def revealed(lesson: Lesson, answer: str | None, width: int) -> RenderableType:
    """Return the lesson's own answer, beside the learner's where there is one."""
    parts: list[RenderableType] = []
    if answer:
        parts.append(panes.beside(answer, lesson.answer, width))
    else:
        parts.append(panes.snippet(lesson.answer))
    see = ", ".join(name.text for name in lesson.see)
    parts.append(Text(f"See {see}", "dim"))
    parts.append(Text.assemble(("enter", "bold reverse"), " goes on"))
    return Group(*parts)


def last(result: Result | None, title: str) -> Text:
    """Return the line that tells how the item before went."""
    if result is None:
        return Text()
    told = Text(" ").append_text(line(result))
    return told.append(f"  {title}", "dim")


PAUSED = Text("Paused: both clocks stand still. p goes on.", "yellow")


def todo(pick: Pick) -> Text:
    """Return what to do with an item that has no verdict yet."""
    what = "Mend the lines" if pick.koan.kind == "repair" else "Fill in the blank"
    return Text(f"{what} in your editor and save.", "dim")
