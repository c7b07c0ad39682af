"""The screen of a session of practice. What happens when is the session's to say."""

from __future__ import annotations

import asyncio
import os
import shutil
import subprocess
import time
from collections.abc import Callable
from datetime import datetime, timezone
from pathlib import Path

from rich.console import Group, RenderableType
from rich.text import Text
from textual import work
from textual.app import App, ComposeResult
from textual.binding import Binding
from textual.containers import VerticalScroll
from textual.widgets import Static

from sensei import guide, workbook
from sensei.errors import SenseiError
from sensei.judge import Judge, Look
from sensei.lesson import Lesson
from sensei.live import editor
from sensei.live import panes as live
from sensei.live.panes import Glyphs
from sensei.live.watch import Watch
from sensei.path import Home, Lessons
from sensei.pool import Pool
from sensei.practice import hall, panes
from sensei.practice.hall import Prepared
from sensei.practice.history import Result
from sensei.practice.judging import Judging
from sensei.practice.record import Record
from sensei.practice.session import Session
from sensei.practice.stopwatch import Clock
from sensei.verdict import Verdict

TICK = 0.25
"""Seconds between two looks at the clocks."""
GONE = 0.4
"""Seconds after which a file that is gone is not one that an editor just replaces."""
KEYS = (
    ("p", "pause"),
    ("h", "hint"),
    ("n", "skip"),
    ("s", "solution"),
    ("r", "begin again"),
    ("e", "edit"),
    ("q", "quit"),
)


class Hall(App[None]):
    """Shows one item after the other until the session is over."""

    CSS = """
    #clocks { height: 3; }
    #page { padding: 1 1 0 1; }
    #page Static { margin-bottom: 1; }
    #last { height: auto; max-height: 3; }
    #keys { height: auto; }
    """
    ENABLE_COMMAND_PALETTE = False
    BINDINGS = [  # noqa: RUF012  (Textual's own form)
        Binding("p", "pause"),
        Binding("h", "hint"),
        Binding("n", "skip"),
        Binding("s", "reveal"),
        Binding("r", "again"),
        Binding("e", "edit"),
        Binding("enter", "go_on"),
        Binding("q", "quit_session"),
        Binding("ctrl+q", "quit_session", priority=True),
        Binding("ctrl+c", "leave", priority=True),
    ]

    def __init__(
        self,
        home: Home,
        found: Lessons,
        session: Session,
        judging: Judging,
        record: Record,
    ) -> None:
        super().__init__(ansi_color=True)
        self.home, self.session = home, session
        self.judging, self.record = judging, record
        self.lessons = {lesson.slug: lesson for lesson in found.lessons}
        self.glyphs = Glyphs("utf" in (self.console.encoding or "").lower())
        self.judged: str | None = None
        self.seen: Look | None = None
        self.verdict: Verdict | None = None
        self.last: Result | None = None
        self.revealed = False
        self.warned = False
        self.notice = ""
        self.text = ""

    def compose(self) -> ComposeResult:
        yield Static(id="clocks")
        with VerticalScroll(id="page"):
            yield Static(id="idea")
            yield Static(id="place")
            yield Static(id="code")
            yield Static(id="verdict")
        yield Static(id="last")
        yield Static(id="keys")

    # --- the item ---------------------------------------------------------------

    @property
    def lesson(self) -> Lesson:
        assert self.session.pick is not None
        return self.lessons[self.session.pick.koan.slug]

    @property
    def file(self) -> Path:
        return self.judging.judge.home.koan(self.lesson)

    def on_mount(self) -> None:
        self._next()
        self.set_interval(TICK, self._tick)
        self._watch()
        self._warm_up()

    def _next(self) -> None:
        """Open the next item, or end."""
        keep = self.session.begin.open is not None and self.last is None
        if self.session.next() is None:
            self.exit()
            return
        self.judged = self.verdict = None
        self.revealed = False
        try:
            hall.lay_out(self.home, self.lesson, keep=keep)
        except SenseiError as error:
            self.notice = str(error)
        seen = self._look()
        self.query_one("#page", VerticalScroll).scroll_home(animate=False)
        self._draw()
        if keep:
            self._saved()
        else:
            self.judged = seen.fingerprint  # a fresh copy is not an answer

    def _look(self) -> Look:
        self.seen = self.judging.look(self.lesson)
        self.text = self.seen.text or self.text
        return self.seen

    # --- saves and verdicts -----------------------------------------------------

    @work
    async def _watch(self) -> None:
        folder = self.judging.judge.home.koans
        folder.mkdir(parents=True, exist_ok=True)
        async for files in Watch(folder, self._say).saves():
            if not self.session.is_open or self.file.resolve() not in {
                file.resolve() for file in files
            }:
                continue
            if not self.file.exists():
                await asyncio.sleep(GONE)
            if self.session.is_open:
                self._saved()

    def _saved(self) -> None:
        """Judge the item as it stands, unless that was done."""
        if not self.file.exists():
            self._put_back()
            return
        seen = self._look()
        if seen.fingerprint == self.judged:
            return
        self.judged = seen.fingerprint
        if self.session.state != "running":
            self.session.run_begins()
        if seen.finding is not None:
            self._told(seen, self.judging.by_text(self.lesson, seen))
        else:
            self._run(self.lesson, self.session.item, seen)
            self._draw()

    def _put_back(self) -> None:
        """The file was deleted or renamed: write what it last held."""
        try:
            workbook.write(self.file, self.text or self.lesson.koan)
        except SenseiError as error:
            self.notice = str(error)
        else:
            name = self.file.relative_to(self.home.root)
            self.notice = f"{name} was gone. It is back, as you last saved it."
        self._draw()

    @work(thread=True, group="run")
    def _run(self, lesson: Lesson, item: int, seen: Look) -> None:
        try:
            verdict = self.judging.by_run(lesson, seen)
        except SenseiError as error:
            self.call_from_thread(self._failed, item, str(error))
            return
        if verdict is not None:
            self.call_from_thread(self._ran, item, seen, verdict)

    def _ran(self, item: int, seen: Look, verdict: Verdict) -> None:
        """A run is over, and maybe its item is, too."""
        if item == self.session.item and self.session.state == "running":
            self._told(seen, verdict)

    def _failed(self, item: int, why: str) -> None:
        """Nothing could be run: that is no fault of the answer."""
        self.notice = why
        if item == self.session.item and self.session.state == "running":
            self.session.run_ends("incomplete", None)
        self._draw()

    def _told(self, seen: Look, verdict: Verdict) -> None:
        self.seen, self.verdict = seen, verdict
        result = self.session.run_ends(verdict.verdict, verdict.answer)
        if result is not None:
            self._over(result)
        else:
            self._draw()

    def _over(self, result: Result) -> None:
        """An item has ended: go on with the next."""
        self.last = result
        self.notice = self.record.trouble
        self._next()

    @work(thread=True, group="warm")
    def _warm_up(self) -> None:
        try:
            self.judging.pool.prepare()
        except SenseiError as error:
            self.call_from_thread(self._say, str(error))

    # --- keys -------------------------------------------------------------------

    def action_pause(self) -> None:
        self.session.pause()
        self._draw()

    def action_hint(self) -> None:
        if self.session.is_open and self.session.state != "paused":
            self.session.hint(len(self.lesson.hints))
            self._draw()

    def action_skip(self) -> None:
        if self.revealed:
            self._next()
        elif self.session.state in ("open", "paused"):
            self._over(self.session.skip())

    def action_reveal(self) -> None:
        if self.session.state not in ("open", "paused"):
            return
        self.last = self.session.reveal()
        self.revealed = True
        self._draw()
        self.query_one("#page", VerticalScroll).scroll_end(animate=False)

    def action_go_on(self) -> None:
        if self.revealed:
            self._next()

    def action_again(self) -> None:
        """Put the item's copy back as it came; the clock goes on."""
        if self.session.state not in ("open", "paused"):
            return
        now = datetime.now(timezone.utc)
        try:
            kept = workbook.reset(self.judging.judge.home, self.lesson, now)
        except SenseiError as error:
            self.notice = str(error)
        else:
            where = kept.relative_to(self.home.root) if kept else ""
            self.notice = f"As it came. What you had is kept as {where}"
        self.judged = self.verdict = None
        self._look()
        self._draw()

    def action_edit(self) -> None:
        command = editor.choose(os.environ, shutil.which)
        if command is None:
            self._say("No editor is named: set EDITOR, or open the file yourself.")
            return
        if not self.session.is_open or self.seen is None:
            return
        try:
            call = editor.call(command, self.file, self.seen.line)
            if call.in_terminal:
                with self.suspend():
                    subprocess.run(call.command, check=False)
                self._saved()
            else:
                subprocess.Popen(
                    call.command,
                    stdin=subprocess.DEVNULL,
                    stdout=subprocess.DEVNULL,
                    stderr=subprocess.DEVNULL,
                )
        except (OSError, ValueError) as error:
            self._say(f"{command} cannot be started: {error}")

    def action_quit_session(self) -> None:
        self.session.quit()
        self.exit()

    def action_leave(self) -> None:
        self.session.leave()
        self.exit()

    # --- what is seen -----------------------------------------------------------

    def _say(self, text: str) -> None:
        self.notice = text
        self._draw()

    def _tick(self) -> None:
        if self.session.time_is_up and self.session.is_open and not self.warned:
            self.warned = True
            self.bell()
            self.notice = "The time is up. Finish this one, or press n to drop it."
            self._draw()
        self._draw_clocks()

    def _draw_clocks(self) -> None:
        if self.session.pick is not None:
            topic = guide.title(self.home, self.session.pick.koan.topic)
            clocks = panes.clocks_of(self.session, topic)
            head = panes.header(clocks, self.size.width, self.glyphs)
            self.query_one("#clocks", Static).update(head)

    def on_resize(self) -> None:
        self._draw()

    def _draw(self) -> None:
        if self.session.pick is None or self.seen is None:
            return
        self._draw_clocks()
        lesson, seen = self.lesson, self.seen
        paused = self.session.state == "paused"
        scene = panes.scene(
            lesson, seen.text, seen.line, self.verdict, self.session.hints, ""
        )
        place = f"{self.file.relative_to(self.home.root).as_posix()}:{seen.line}"
        shown: dict[str, RenderableType] = {
            "idea": panes.PAUSED if paused else live.idea(scene, brief=True),
            "place": Text(place, "bold"),
            "code": "" if paused else live.code(scene, self.glyphs),
            "verdict": "" if paused else self._verdict(),
            "last": self._last(),
            "keys": live.keys(KEYS, frozenset()),
        }
        for name, what in shown.items():
            self.query_one(f"#{name}", Static).update(what)

    def _verdict(self) -> RenderableType:
        session = self.session
        assert session.pick is not None
        width = self.size.width - 2
        if self.revealed:
            return panes.revealed(self.lesson, session.answer, width)
        scene = panes.scene(self.lesson, "", 1, self.verdict, session.hints, "")
        if self.verdict is None:
            return Group(*live.hints(scene), panes.todo(session.pick))
        return live.verdict(scene, width, self.glyphs)

    def _last(self) -> Text:
        title = ""
        if self.last is not None and self.last.slug in self.lessons:
            title = self.lessons[self.last.slug].title.text
        told = panes.last(self.last, title)
        if self.notice:
            told.append(f"\n {self.notice}" if told else f" {self.notice}", "yellow")
        return told


def utc() -> datetime:
    return datetime.now(timezone.utc)


def run(
    home: Home,
    found: Lessons,
    prepared: Prepared,
    record: Record,
    device: str,
    clock: Clock = time.monotonic,
    now: Callable[[], datetime] = utc,
) -> tuple[list[Result], bool]:
    """Run a session to its end; return its results, and whether it can go on."""
    session = Session(prepared.begin, record, clock, now)
    judge = Judge(hall.home_of(home), device)
    pool = Pool(home.root, device, judge.seed)
    try:
        app = Hall(home, found, session, Judging(judge, pool), record)
        app.run()
    finally:
        pool.close()
    return session.results, session.left_early
