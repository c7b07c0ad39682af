"""The parts of a screen that shows a koan, for the live session and for practice."""

from __future__ import annotations

import asyncio
import contextlib
import os
import shutil
import signal
import subprocess
import sys
from collections.abc import Mapping
from pathlib import Path
from typing import ClassVar

from rich.console import RenderableType
from textual.app import App, ComposeResult, SuspendNotSupported
from textual.binding import Binding, BindingType
from textual.containers import Container, Vertical, VerticalScroll
from textual.screen import Screen
from textual.widgets import Static

from sensei.live import editor
from sensei.live.dialogs import Over, Reading
from sensei.live.looks import Glyphs
from sensei.live.panes import headline
from sensei.live.style import CSS, THEME
from sensei.verdict import Verdict

TALL = 28
"""Lines of a screen below which the text makes room for the verdict."""
WIDE = 132
"""Columns from which the idea stands beside the code."""


class Code(VerticalScroll):
    """The koan's file; whoever draws it is told when it is given another size."""

    def on_resize(self) -> None:
        assert isinstance(self.app, Parts)
        self.app.code_resized()


class Parts(App[None]):
    """The parts, the keys that move the code, and the learner's editor.

    failure: what ended the session, where that was a fault of ours; cut: whether not
    all that is said is in sight; wide: columns of the screen.
    """

    CSS = CSS
    ENABLE_COMMAND_PALETTE = False
    BINDINGS: ClassVar[list[BindingType]] = [
        Binding("down,j", "scroll(1)"),
        Binding("up,k", "scroll(-1)"),
        Binding("pagedown,space", "scroll(10)"),
        Binding("pageup", "scroll(-10)"),
        Binding("a", "all"),
    ]

    def __init__(self, environment: Mapping[str, str] = os.environ) -> None:
        super().__init__()
        self.HORIZONTAL_BREAKPOINTS = [(0, "-narrow"), (WIDE, "-wide")]
        self.VERTICAL_BREAKPOINTS = [(0, "-short"), (TALL, "-tall")]
        self.environment = environment
        self.failure: Exception | None = None
        self.cut = False
        self.wide = 80

    def _handle_exception(self, error: Exception) -> None:
        self.failure = self.failure or error
        super()._handle_exception(error)

    def _print_error_renderables(self) -> None:
        """Print no traceback: `failure` is told in a line, and kept in a file."""

    def compose(self) -> ComposeResult:
        yield Static(id="header")
        with Container(id="main"):
            with VerticalScroll(id="idea"):
                yield Static(id="idea-text")
            with Vertical(id="file"):
                yield Static(id="path", markup=False)
                with Code(id="code"):
                    yield Static(id="code-text")
        with VerticalScroll(id="verdict"):
            yield Static(id="verdict-text")
        yield Static(id="status")
        yield Static(id="keys")

    def prepare(self) -> None:
        """Give the parts their colours; none of them takes the keys for itself."""
        self.register_theme(THEME)
        self.theme = THEME.name
        for scroll in self.query(VerticalScroll):
            scroll.can_focus = False

    def end_on_signals(self) -> None:
        """End in order on `kill`, and when the terminal closes."""
        for name in ("SIGTERM", "SIGHUP"):
            with contextlib.suppress(AttributeError, NotImplementedError, RuntimeError):
                loop = asyncio.get_running_loop()
                loop.add_signal_handler(getattr(signal, name), self.end)

    def end(self) -> None:
        """End as if the learner had been called away."""
        self.exit()

    def code_resized(self) -> None:
        """Draw the code anew, as wide as it is now."""

    @property
    def code_width(self) -> int:
        """Columns that the code has; a guess before it has its place."""
        pane = self.query_one("#code", VerticalScroll)
        return pane.scrollable_content_region.width or self.wide - 3

    def keep_in_sight(self, row: int) -> None:
        """Scroll the code, once it is drawn, so that a row is two thirds down."""
        pane = self.query_one("#code", VerticalScroll)

        def to_row() -> None:
            place = row - pane.size.height * 2 // 3
            pane.scroll_to(y=max(0, place), animate=False)

        self.call_after_refresh(to_row)

    def action_scroll(self, lines: int) -> None:
        self.query_one("#code").scroll_relative(y=lines, animate=False)

    def look_for_more(self, cut: bool = False) -> None:
        """Find out whether all is in sight, once it is drawn; cut: that it is not."""
        panels = self.query("#idea, #verdict").results(VerticalScroll)
        cut = cut or any(panel.max_scroll_y > 0 for panel in panels)
        if cut != self.cut:
            self.cut = cut
            self.draw_keys()

    def draw_keys(self) -> None:
        """Show the keys, with the one for all of it where something is cut."""

    def whole(self) -> RenderableType | None:
        """Return all that is said of the koan, None where there is none."""

    def action_all(self) -> None:
        content = self.whole()
        if content is not None:
            self.push_screen(Reading(content))

    def tell_over(self, verdict: Verdict, glyphs: Glyphs) -> None:
        """Show a verdict on what stands over the koan, or close the solution there."""
        over: Screen[object] = self.screen
        if isinstance(over, Reading) and over.closes and verdict.verdict == "passed":
            over.dismiss()
        elif isinstance(over, Over):
            over.tell(headline(verdict, glyphs))

    def open_editor(self, file: Path, line: int) -> str:
        """Open a file in the learner's editor; return what there is to say about it."""
        chosen = editor.choose(self.environment, shutil.which)
        if chosen is None:
            return (
                "Say which editor is yours before you start, for example: "
                "export KOANS_EDITOR=code"
            )
        try:
            call = editor.call(chosen, file, line, self.environment)
            if call.in_terminal:
                with self.suspend():
                    subprocess.run(call.command)
                self.refresh()
                return ""
            subprocess.Popen(
                call.command,
                stdin=subprocess.DEVNULL,
                stdout=subprocess.DEVNULL,
                stderr=subprocess.DEVNULL,
                start_new_session=sys.platform != "win32",
            )
        except SuspendNotSupported:
            return "This terminal cannot be lent to an editor: open it beside it."
        except (OSError, ValueError) as error:
            why = getattr(error, "strerror", None) or error
            return f"{chosen} cannot be started ({why}). See KOANS_EDITOR."
        return f"Opened in {Path(call.command[0]).name}."
