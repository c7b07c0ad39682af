"""The screen of a session: wires saves and keys to the rules, and shows the scene."""

from __future__ import annotations

import asyncio
import contextlib
import os
import shutil
import signal
import subprocess
import sys
from collections.abc import Mapping, Sequence
from pathlib import Path
from typing import ClassVar

from rich.console import RenderableType
from rich.text import Text
from textual import events
from textual.app import App, ComposeResult, SuspendNotSupported
from textual.binding import Binding, BindingType
from textual.containers import Container, Vertical, VerticalScroll
from textual.widgets import Static

from sensei import guide
from sensei.errors import SenseiError
from sensei.lesson import Lesson
from sensei.live import editor, panes
from sensei.live.dialogs import Question, Reading
from sensei.live.panes import Glyphs
from sensei.live.session import Judged, Scene, Session, Started
from sensei.live.style import CSS, THEME
from sensei.live.watch import Watch

KEYS = (
    ("n", "next"),
    ("h", "hint"),
    ("s", "solution"),
    ("l", "list"),
    ("r", "reset"),
    ("o", "open"),
    ("g", "guide"),
    ("q", "quit"),
)
TALL = 28
"""Lines of a screen below which the text makes room for the verdict."""
FRAME, CODE = 4, 8
"""Lines around the panes, and lines of code that should be in sight."""
WIDE = 132
"""Columns from which the idea stands beside the code."""
CALM = 3.0
"""Seconds that what was edited unseen waits after a save before it is judged."""
PATIENCE = 0.15
"""Seconds after which the learner is told that a koan is being judged."""


class Code(VerticalScroll):
    """The koan's file; keeps the marked line in sight."""

    def on_resize(self) -> None:
        assert isinstance(self.app, Koans)
        self.app.draw_code()


class Koans(App[None]):
    """The live session.

    said: what is said from the beginning, such as that there is another session.
    failure: what ended the session, where that was a fault of ours.
    """

    CSS = CSS
    ENABLE_COMMAND_PALETTE = False
    BINDINGS: ClassVar[list[BindingType]] = [
        Binding("n,enter", "next"),
        Binding("h", "hint"),
        Binding("s", "solution"),
        Binding("l", "list"),
        Binding("r", "reset"),
        Binding("o,e", "open"),
        Binding("g", "guide"),
        Binding("q,ctrl+c,ctrl+q", "quit", priority=False),
        Binding("down,j", "scroll(1)"),
        Binding("up,k", "scroll(-1)"),
        Binding("pagedown,space", "scroll(10)"),
        Binding("pageup", "scroll(-10)"),
    ]

    def __init__(
        self,
        session: Session,
        said: Sequence[str] = (),
        environment: Mapping[str, str] = os.environ,
        *,
        unicode: bool = True,
    ) -> None:
        super().__init__()
        self.HORIZONTAL_BREAKPOINTS = [(0, "-narrow"), (WIDE, "-wide")]
        self.VERTICAL_BREAKPOINTS = [(0, "-short"), (TALL, "-tall")]
        self.session, self.environment = session, environment
        self.glyphs = Glyphs(unicode)
        self.lasting = list(said)
        self.failure: Exception | None = None
        self.notice = ""
        self.mounted = False
        self.filled: dict[str, RenderableType] = {}
        self.wide, self.high = 80, 24
        self.running = 0
        self.verdicts = 0
        self.quiet = asyncio.Event()
        self.quiet.set()
        self.sweeping = False
        self.saves = Watch(session.home.koans, self.remark)

    def compose(self) -> ComposeResult:
        yield Static(id="header")
        with Container(id="main"):
            with VerticalScroll(id="idea"):
                yield Static(id="idea-text")
            with Vertical(id="file"):
                yield Static(id="path")
                with Code(id="code"):
                    yield Static(id="code-text")
        with VerticalScroll(id="verdict"):
            yield Static(id="verdict-text")
        yield Static(id="status")
        yield Static(id="keys")

    def _handle_exception(self, error: Exception) -> None:
        self.failure = self.failure or error
        super()._handle_exception(error)

    def _print_error_renderables(self) -> None:
        """Print no traceback: `failure` is told in a line, and kept in a file."""

    # --- life -------------------------------------------------------------------

    def on_mount(self) -> None:
        self.register_theme(THEME)
        self.theme = THEME.name
        self.set_class(not self.glyphs.unicode, "-plain")
        for scroll in self.query(VerticalScroll):
            scroll.can_focus = False
        self.mounted = True
        self.wide, self.high = self.size
        self._end_on_signals()
        self.session.begin()
        self.draw()
        self.call_after_refresh(self.wake)

    def _end_on_signals(self) -> None:
        """End in order on `kill`, and when the terminal closes."""
        for name in ("SIGTERM", "SIGHUP"):
            with contextlib.suppress(AttributeError, NotImplementedError, RuntimeError):
                loop = asyncio.get_running_loop()
                loop.add_signal_handler(getattr(signal, name), self.exit)

    def wake(self) -> None:
        """Start what takes time, now that the koan is on the screen."""
        self.run_worker(self.follow())
        self.run_worker(self.warm())
        self.run_worker(self.survey())

    async def warm(self) -> None:
        """Have a process standing ready; judge what is shown if it never was."""
        try:
            await asyncio.to_thread(self.session.pool.prepare)
        except SenseiError as error:
            self.remark(f"{error} Verdicts take longer without it.")
        self.judge_if_new()

    async def survey(self) -> None:
        """Read all lessons, so that the list and the numbers are true."""
        states = await asyncio.to_thread(self.session.survey)
        self.session.surveyed(states)
        for fault in self.session.faults:
            self.remark(fault)
        self.draw()
        self.sweep()

    async def follow(self) -> None:
        """Judge what is saved, for ever."""
        async for files in self.saves.saves():
            self.saved(files)

    def remark(self, line: str) -> None:
        """Say something that stays true for the rest of the session."""
        if line not in self.lasting:
            self.lasting.append(line)
        self.draw_status()

    # --- judging ----------------------------------------------------------------

    def saved(self, files: set[Path]) -> None:
        """Judge the koan that was saved; of many at once, the one on the screen."""
        found = {self.session.find(file) for file in files} - {None}
        shown = self.session.shown
        chosen: Lesson | None = None
        if shown is not None and shown.lesson in found:
            chosen = shown.lesson
        elif len(found) == 1:
            [chosen] = found
        if chosen is not None:
            self.judge(chosen)
        others = [lesson for lesson in found if lesson and lesson is not chosen]
        for lesson in others:
            self.session.refresh(lesson)
        if others:
            self.draw()
            self.sweep()

    def judge(self, lesson: Lesson) -> None:
        """Judge a koan and show it."""
        shown, started = self.session.shown, self.session.start(lesson)
        if shown is None or shown.seen.fingerprint != started.seen.fingerprint:
            self.notice = ""
        if isinstance(started, Judged):
            self.take(started)
            return

        self.run_worker(self.run_one(started))

    async def run_one(self, started: Started) -> None:
        """Run a koan and show what came of it, unless a newer save took its place."""
        self.running += 1
        self.quiet.clear()
        waiting = self.set_timer(PATIENCE, lambda: self.wait_for(started))
        try:
            judged = await asyncio.to_thread(self.session.run, started)
            waiting.stop()
            if judged is not None:
                self.take(judged)
            else:
                self.session.refresh(started.lesson)
        except SenseiError as error:
            self.remark(str(error))
        finally:
            waiting.stop()
            self.running -= 1
            if not self.running:
                self.quiet.set()
            self.draw_status()

    def wait_for(self, started: Started) -> None:
        """Show the koan that is being judged, where that takes a while."""
        self.session.await_verdict(started)
        self.draw()

    def take(self, judged: Judged) -> None:
        self.session.take(judged, show=True)
        self.verdicts += 1
        if self.session.trouble:
            self.remark(self.session.trouble)
        self.draw()

    def judge_if_new(self) -> None:
        """Judge what is shown where its text has never been judged."""
        shown = self.session.shown
        if shown is not None and shown.verdict is None:
            self.judge(shown.lesson)

    def sweep(self) -> None:
        """Judge, while nothing else is judged, what was edited unseen."""

        async def run() -> None:
            while (lesson := self.session.unjudged()) is not None:
                await self.quiet.wait()
                started = self.session.start(lesson)
                judged = (
                    started
                    if isinstance(started, Judged)
                    else await asyncio.to_thread(self.session.run, started)
                )
                if judged is None:  # the learner has saved: stay out of the way
                    await asyncio.sleep(CALM)
                    continue
                self.session.take(judged, show=False)
                self.draw_header()
            self.sweeping = False

        if not self.sweeping:
            self.sweeping = True
            self.run_worker(run())

    # --- showing ----------------------------------------------------------------

    def on_resize(self, event: events.Resize) -> None:
        self.wide, self.high = event.size
        self.draw()

    def draw(self) -> None:
        """Show the scene anew."""
        if not self.mounted:
            return
        scene = self.session.scene()
        self.draw_header()
        self.draw_status()
        self.draw_keys(scene)
        for name in ("#idea", "#file"):
            self.query_one(name).display = scene is not None
        if scene is None:
            session = self.session
            done = panes.finished(
                session.passed, len(session.elsewhere), len(session.paths)
            )
            self.fill("#verdict-text", done)
            return
        name = scene.verdict.verdict if scene.verdict else "incomplete"
        told = panes.verdict(scene, self.wide - 4, self.glyphs)
        self.fill("#idea-text", panes.idea(scene, brief=self.is_tight(scene, told)))
        self.fill("#path", f"koans/{scene.lesson.path}:{scene.line}")
        self.fill("#verdict-text", told)
        self.query_one("#verdict").set_classes(name)
        self.query_one("#verdict").scroll_home(animate=False)
        self.draw_code()

    def is_tight(self, scene: Scene, told: RenderableType) -> bool:
        """Say whether the whole idea would leave too little of the code in sight."""
        judged = scene.verdict is not None and scene.verdict.verdict != "incomplete"
        if self.high >= TALL or not judged:
            return False
        options = self.console.options.update(width=self.wide - 4)
        parts = (panes.idea(scene, brief=False), told)
        rows = sum(len(self.console.render_lines(part, options)) for part in parts)
        return self.high - rows - FRAME < CODE

    def fill(self, name: str, content: RenderableType) -> None:
        """Show something, unless it is what is shown: drawing is what takes time."""
        if isinstance(content, (str, Text)) and self.filled.get(name) == content:
            return
        self.filled[name] = content
        self.query_one(name, Static).update(content)

    def draw_code(self) -> None:
        """Show the file, with the marked line two thirds down."""
        scene = self.session.scene()
        if scene is None or not self.mounted:
            return
        pane = self.query_one("#code", VerticalScroll)
        width = pane.scrollable_content_region.width or self.wide - 3
        code = panes.code(scene, width, self.glyphs, self.console)
        self.fill("#code-text", code.text)

        def to_line() -> None:
            place = code.row - pane.size.height * 2 // 3
            pane.scroll_to(y=max(0, place), animate=False)

        self.call_after_refresh(to_line)

    def draw_header(self) -> None:
        scene = self.session.scene()
        if scene is not None:
            self.fill("#header", panes.header(scene, self.wide, self.glyphs))

    def draw_keys(self, scene: Scene | None) -> None:
        verdict = scene.verdict if scene else None
        passed = verdict is not None and verdict.verdict == "passed"
        lit = frozenset({"n"} if passed else ())
        self.fill("#keys", panes.keys(KEYS, lit, self.wide))

    def draw_status(self) -> None:
        if not self.mounted:
            return
        lines = list(self.lasting)
        if self.running:
            ready = self.session.pool.ready
            lines.append("judging" if ready else "judging: torch is being loaded")
        if self.notice:
            lines.append(self.notice)
        status = self.query_one("#status", Static)
        status.display = bool(lines)
        status.update("\n".join(lines))

    def say(self, line: str) -> None:
        """Say something until the next key or save."""
        self.notice = line
        self.draw_status()

    # --- keys -------------------------------------------------------------------

    def action_next(self) -> None:
        self.notice = ""
        if not self.session.go_on():
            scene = self.session.scene()
            if scene is None or (scene.verdict and scene.verdict.verdict == "passed"):
                self.session.shown = None
            else:
                self.say("This is the only koan that is open.")
        self.draw()
        self.judge_if_new()

    def action_hint(self) -> None:
        self.notice = ""
        scene = self.session.scene()
        if scene is None:
            return
        if scene.hints == len(scene.lesson.hints):
            self.say("That was the last hint. s shows the solution.")
            return
        self.session.hint()
        self.draw()

    def action_solution(self) -> None:
        scene = self.session.scene()
        if scene is None:
            return

        def answered(yes: bool | None) -> None:
            if yes:
                self.session.solution()
                self.push_screen(Reading(panes.solution(scene), markdown=False))

        question = "Show the solution? The record remembers that you saw it."
        self.push_screen(Question(question), answered)

    def action_list(self) -> None:
        from sensei.live.chooser import Chooser  # its widgets are slow to import

        shown = self.session.shown
        current = shown.lesson.path if shown else ""

        def chosen(name: str | None) -> None:
            lesson = self.session.lesson(name) if name else None
            if lesson is not None:
                self.notice = ""
                self.session.show(lesson)
                self.draw()
                self.judge_if_new()

        self.push_screen(Chooser(self.session.rows(), current, self.glyphs), chosen)

    def action_reset(self) -> None:
        scene = self.session.scene()
        if scene is None:
            return

        def answered(yes: bool | None) -> None:
            if not yes:
                return
            try:
                kept = self.session.reset()
            except SenseiError as error:
                self.say(str(error))
                return
            root = self.session.home.root
            self.notice = f"Your file is kept: {kept.relative_to(root)}" if kept else ""
            self.draw()

        question = f"Begin {scene.lesson.slug} again? Your file is kept as a backup."
        self.push_screen(Question(question), answered)

    def action_guide(self) -> None:
        scene = self.session.scene()
        if scene is None:
            return
        text = guide.text(self.session.home, scene.lesson.topic)
        if text is None:
            self.say("This topic has no guide yet.")
            return
        self.push_screen(Reading(text, markdown=self.glyphs.unicode))

    def action_open(self) -> None:
        scene = self.session.scene()
        if scene is None:
            return
        file = self.session.home.koan(scene.lesson)
        chosen = editor.choose(self.environment, shutil.which)
        if chosen is None:
            self.say(
                "Say which editor is yours before you start, for example: "
                "export KOANS_EDITOR=code"
            )
            return
        try:
            call = editor.call(chosen, file, scene.line, self.environment)
            self.call_editor(call)
        except (OSError, ValueError) as error:
            self.say(f"{chosen} cannot be started: {error}")

    def call_editor(self, call: editor.Call) -> None:
        """Start an editor: in the terminal, or beside it."""
        if not call.in_terminal:
            subprocess.Popen(
                call.command,
                stdin=subprocess.DEVNULL,
                stdout=subprocess.DEVNULL,
                stderr=subprocess.DEVNULL,
                start_new_session=sys.platform != "win32",
            )
            self.say(f"Opened in {Path(call.command[0]).name}.")
            return
        try:
            with self.suspend():
                subprocess.run(call.command)
        except SuspendNotSupported:
            self.say("This terminal cannot be lent to an editor: open it beside it.")
        self.refresh()

    def action_scroll(self, lines: int) -> None:
        self.query_one("#code").scroll_relative(y=lines, animate=False)
