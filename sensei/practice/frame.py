"""What the screen of practice shows in its parts, with the marked line in sight.

Knows nothing of sessions: what it shows is handed to it.
"""

from __future__ import annotations

import os
from collections.abc import Mapping
from dataclasses import dataclass

from rich.console import RenderableType
from textual import events
from textual.widgets import Static

from sensei.live.parts import Parts
from sensei.live.style import CSS

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
    """What the parts show.

    name: of the verdict; row: of the marked line in the code; whole: all that is said,
    for a page of its own.
    """

    idea: RenderableType
    path: str
    code: RenderableType
    verdict: RenderableType
    status: RenderableType
    name: str
    row: int
    whole: RenderableType


class Frame(Parts):
    """The parts, and what is shown in them."""

    CSS = CSS + HEADER

    def __init__(self, environment: Mapping[str, str] = os.environ) -> None:
        super().__init__(environment)
        self.view: View | None = None

    def on_mount(self) -> None:
        self.prepare()
        self.wide = self.size.width

    def on_resize(self, event: events.Resize) -> None:
        self.wide = event.size.width
        self.draw()

    def draw(self) -> None:
        """Show everything anew; to be given by who knows what there is."""

    @property
    def stands(self) -> bool:
        """Say whether the parts are there: not before the beginning and at the end."""
        return len(self.query("#keys")) > 0

    def show(self, view: View) -> None:
        """Show what is given, with the marked line of the code in sight."""
        self.view = view
        self.draw_keys()
        for name in ("idea", "path", "code", "verdict", "status"):
            self.fill(name, getattr(view, name))
        self.query_one("#status").display = bool(str(view.status))
        self.query_one("#verdict").set_classes(view.name)
        self.keep_in_sight(view.row)
        self.call_after_refresh(self.look_for_more)

    def whole(self) -> RenderableType | None:
        return self.view.whole if self.view is not None else None

    def fill(self, part: str, content: RenderableType) -> None:
        self.query_one(PARTS[part], Static).update(content)
