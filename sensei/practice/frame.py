"""The frame of the screen: its parts, laid out as in the live session, and scrolling.

Knows nothing of sessions: what it shows is handed to it.
"""

from __future__ import annotations

import os
import shutil
import subprocess
import sys
from collections.abc import Mapping
from dataclasses import dataclass
from pathlib import Path
from typing import ClassVar

from rich.console import RenderableType
from textual import events
from textual.app import App, ComposeResult, SuspendNotSupported
from textual.binding import Binding, BindingType
from textual.containers import Container, Vertical, VerticalScroll
from textual.widgets import Static

from sensei.live import editor
from sensei.live.app import WIDE
from sensei.live.style import CSS, THEME

PARTS = {
    "header": "#header",
    "idea": "#idea-text",
    "path": "#path",
    "code": "#code-text",
    "verdict": "#verdict-text",
    "status": "#status",
    "keys": "#keys",
}
HEADER = "#header { height: 3; }"


@dataclass(frozen=True)
class View:
    """What the parts show; row: of the marked line in the code; verdict: its name."""

    idea: RenderableType
    path: str
    code: RenderableType
    verdict: RenderableType
    status: RenderableType
    keys: RenderableType
    name: str
    row: int


class Frame(App[None]):
    """The parts of the screen, and the keys that move the code.

    failure: what ended the session, where that was a fault of ours.
    """

    CSS = CSS + HEADER
    ENABLE_COMMAND_PALETTE = False
    BINDINGS: ClassVar[list[BindingType]] = [
        Binding("down,j", "scroll(1)"),
        Binding("up,k", "scroll(-1)"),
        Binding("pagedown,space", "scroll(10)"),
        Binding("pageup", "scroll(-10)"),
    ]

    def __init__(self, environment: Mapping[str, str] = os.environ) -> None:
        super().__init__()
        self.HORIZONTAL_BREAKPOINTS = [(0, "-narrow"), (WIDE, "-wide")]
        self.environment = environment
        self.wide = 80
        self.failure: Exception | None = None

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
                with VerticalScroll(id="code"):
                    yield Static(id="code-text")
        with VerticalScroll(id="verdict"):
            yield Static(id="verdict-text")
        yield Static(id="status")
        yield Static(id="keys")

    def on_mount(self) -> None:
        self.register_theme(THEME)
        self.theme = THEME.name
        for scroll in self.query(VerticalScroll):
            scroll.can_focus = False
        self.wide = self.size.width

    def on_resize(self, event: events.Resize) -> None:
        self.wide = event.size.width
        self.draw()
        self.call_after_refresh(self.draw)  # the code is as wide as it is by then

    def draw(self) -> None:
        """Show everything anew; to be given by who knows what there is."""

    @property
    def stands(self) -> bool:
        """Say whether the parts are there: not before the beginning and at the end."""
        return len(self.query("#keys")) > 0

    def show(self, view: View) -> None:
        """Show what is given, with the marked line of the code in sight."""
        for name in ("idea", "path", "code", "verdict", "status", "keys"):
            self.fill(name, getattr(view, name))
        self.query_one("#status").display = bool(str(view.status))
        self.query_one("#verdict").set_classes(view.name)
        code = self.query_one("#code", VerticalScroll)

        def to_line() -> None:
            code.scroll_to(
                y=max(0, view.row - code.size.height * 2 // 3), animate=False
            )

        self.call_after_refresh(to_line)

    def fill(self, part: str, content: RenderableType) -> None:
        self.query_one(PARTS[part], Static).update(content)

    @property
    def code_width(self) -> int:
        """Columns that the code has; a guess before it has its place."""
        code = self.query_one("#code", VerticalScroll)
        return code.scrollable_content_region.width or self.wide - 3

    def action_scroll(self, lines: int) -> None:
        self.query_one("#code").scroll_relative(y=lines, animate=False)

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
            return f"{chosen} cannot be started: {error}"
        return f"Opened in {Path(call.command[0]).name}."
