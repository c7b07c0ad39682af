"""What the session of practice shows: its clocks, the item, how the last one went.

The idea, the code and the verdict are shown as the live session shows them.
"""

from __future__ import annotations

from dataclasses import dataclass

from rich.cells import cell_len
from rich.console import Console, Group, RenderableType
from rich.text import Text

from sensei.judge import Look
from sensei.lesson import Lesson
from sensei.live import panes as live
from sensei.live.panes import Glyphs
from sensei.live.parts import WIDE
from sensei.live.session import Scene
from sensei.practice.frame import View
from sensei.practice.history import Result
from sensei.practice.rows import clock
from sensei.practice.session import Session
from sensei.practice.shown import WHYS, line
from sensei.verdict import Verdict


@dataclass(frozen=True)
class Clocks:
    """What the two clocks say, in seconds; item: its number; of: where it is known."""

    left: float
    whole: float
    spent: float
    par: float
    item: int
    topic: str
    why: str
    paused: bool
    running: bool
    of: int = 0


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
        of=len(session.begin.katas),
    )


def header(clocks: Clocks, width: int, glyphs: Glyphs) -> Text:
    """Return three lines: item and topic; the countdown; the item against par."""
    number = f"{clocks.item} of {clocks.of}" if clocks.of else f"{clocks.item}"
    first = Text(f" item {number} · {clocks.why}  ", "bold")
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


@dataclass(frozen=True)
class Item:
    """What there is to show of the open item; seen: its file, as last read."""

    lesson: Lesson
    path: str
    seen: Look
    verdict: Verdict | None
    hints: int
    answer: str | None
    paused: bool
    running: bool
    revealed: bool


def view(
    item: Item,
    status: Text,
    width: int,
    code_width: int,
    glyphs: Glyphs,
    console: Console,
) -> View:
    """Return what the parts of the screen show, as wide as they are."""
    seen = item.seen
    scene = Scene(
        item.lesson, "", 0, 0, 0, seen.text, seen.line, item.verdict, item.hints
    )
    code = live.code(scene, code_width, glyphs, console)
    said = "" if item.paused else _verdict(item, scene, width - 4, glyphs)
    name = item.verdict.verdict if item.verdict and not item.revealed else "incomplete"
    return View(
        # The code begins with its docstring, which says why; beside it there is room.
        idea=PAUSED if item.paused else live.idea(scene, brief=width < WIDE),
        path=live.end_of(f"{item.path}:{seen.line}", width - 2),
        code="" if item.paused else code.text,
        verdict=said,
        status=status,
        name="incomplete" if item.paused else name,
        row=code.row,
        whole=Group(PAUSED if item.paused else live.idea(scene, brief=False), "", said),
    )


def keys(*, paused: bool, revealed: bool, cut: bool, width: int) -> Text:
    """Return the keys, with the one to press now lit."""
    lit = frozenset({"p"} if paused else {"enter"} if revealed else ())
    pairs = READING if revealed else KEYS
    return live.keys(live.with_all(pairs, cut), lit, width)


def _verdict(item: Item, scene: Scene, width: int, glyphs: Glyphs) -> RenderableType:
    if item.revealed:
        return revealed(item.lesson, item.answer, width)
    if item.verdict is not None and not item.running:
        return live.verdict(scene, width, glyphs)
    if item.running:
        return Group(*live.hints(scene), Text("Being judged.", "dim"))
    what = "Mend the lines" if item.lesson.kind == "repair" else "Fill in the blank"
    return Group(*live.hints(scene), Text(f"{what} in your editor and save.", "dim"))


def revealed(lesson: Lesson, answer: str | None, width: int) -> RenderableType:
    """Return the lesson's own answer, beside the learner's where there is one."""
    shown = live.snippet(lesson.reference)
    see = ", ".join(name.text for name in lesson.see)
    return Group(
        live.beside(lesson.laid_out(answer), lesson.reference, width)
        if answer
        else shown,
        Text(f"See {see}", "dim"),
        Text.assemble(("enter", "bold reverse"), " goes on"),
    )


def status(last: Result | None, notice: str, *, loading: bool) -> Text:
    """Return how the item before went, and what else there is to say.

    loading: whether a verdict waits for torch, which takes seconds the first time.
    """
    told = Text()
    if last is not None:
        told.append_text(line(last)).append(f"  {last.slug}", "dim")
    if loading:
        notice = f"{notice} Judging: torch is being loaded.".strip()
    if notice:
        told.append("\n" if told else "").append(notice, "yellow")
    return told


def quitting(session: Session) -> str:
    """Return the question whether to end a session."""
    if session.time_is_up or not session.is_open:
        return "End the session?"
    if session.gives_up:
        return f"End the session? This koan counts as given up: again. {LATER}"
    return f"End the session? This koan does not count. {LATER}"


LATER = "Ctrl-C leaves the session, to go on later."
SKIP = "Skip this koan? It counts as again."
REVEAL = "Show the solution? This koan counts as again."
PAUSED = Text("Paused: both clocks stand still. p goes on.", "bold yellow")
READING = (("enter", "next"), ("q", "quit"))
KEYS = (
    ("p", "pause"),
    ("h", "hint"),
    ("n", "skip"),
    ("s", "solution"),
    ("r", "reset"),
    ("o", "open"),
    ("q", "quit"),
)
