"""The screen of a session: the keys, and what they do."""

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

from textual.app import SuspendNotSupported
from textual.binding import Binding, BindingType

from sensei import guide
from sensei.errors import SenseiError
from sensei.live import editor, panes
from sensei.live.dialogs import Question, Reading
from sensei.live.drawing import WIDE
from sensei.live.judging import Judging
from sensei.live.session import Session

__all__ = ["WIDE", "Koans"]


class Koans(Judging):
    """The live session.

    said: what is said from the beginning, such as that there is another session.
    failure: what ended the session, where that was a fault of ours.
    """

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
        super().__init__(session, said, unicode=unicode)
        self.environment = environment
        self.ended = False
        self.failure: Exception | None = None

    def on_mount(self) -> None:
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

    def _handle_exception(self, error: Exception) -> None:
        self.failure = self.failure or error
        super()._handle_exception(error)

    def _print_error_renderables(self) -> None:
        """Print no traceback: `failure` is told in a line, and kept in a file."""

    def check_action(self, action: str, parameters: tuple[object, ...]) -> bool | None:
        """Refuse what is typed ahead once the session has been ended."""
        return False if self.ended else super().check_action(action, parameters)

    async def action_quit(self) -> None:
        self.ended = True
        self.exit()

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
