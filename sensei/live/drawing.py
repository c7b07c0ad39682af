"""How a session's screen is drawn: its panes, and what is in them."""

from __future__ import annotations

from collections.abc import Sequence

from rich.console import RenderableType
from rich.text import Text
from textual import events
from textual.widgets import Static

from sensei.live import panes
from sensei.live.panes import Glyphs
from sensei.live.parts import TALL, Parts
from sensei.live.scene import Scene
from sensei.live.session import Session

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
FRAME, CODE = 4, 6
"""Lines around the panes, and lines of code that should be in sight."""


class Drawing(Parts):
    """Shows the session's scene.

    lasting: what stays said below the panes; neighbour: what is said of another
    session while there is one; notice: what is said until the next key or save;
    running: how many koans are being judged.
    """

    def __init__(self, session: Session, said: Sequence[str], *, unicode: bool) -> None:
        super().__init__()
        self.session = session
        self.glyphs = Glyphs(unicode)
        self.lasting = list(said)
        self.neighbour = ""
        self.notice = ""
        self.running = 0
        self.mounted = False
        self.filled: dict[str, RenderableType] = {}
        self.high = 24

    def on_mount(self) -> None:
        self.prepare()
        self.set_class(not self.glyphs.unicode, "-plain")
        self.mounted = True
        self.wide, self.high = self.size

    def on_resize(self, event: events.Resize) -> None:
        self.wide, self.high = event.size
        self.draw()

    def draw(self) -> None:
        """Show the scene anew."""
        if not self.mounted:
            return
        scene = self.session.scene()
        self.draw_header(scene)
        self.draw_status()
        self.draw_keys()
        self.query_one("#main").display = scene is not None
        if scene is None:
            session = self.session
            done = panes.finished(
                session.passed, len(session.elsewhere), len(session.paths)
            )
            self.fill("#verdict-text", done)
            return
        name = scene.verdict.verdict if scene.verdict else "incomplete"
        told = panes.verdict(scene, self.wide - 4, self.glyphs)
        brief, whole = self.room(scene, told)
        self.query_one("#main").display = not whole
        self.fill("#idea-text", panes.idea(scene, brief=brief))
        path = f"koans/{scene.lesson.path}:{scene.line}"
        self.fill("#path", panes.end_of(path, self.wide - 2))
        self.fill("#verdict-text", told)
        self.query_one("#verdict").set_classes([name, "-whole"] if whole else [name])
        self.query_one("#verdict").scroll_home(animate=False)
        self.draw_code(scene)
        self.call_after_refresh(self.look_for_more, brief)

    def room(self, scene: Scene, told: RenderableType) -> tuple[bool, bool]:
        """Say whether the idea is cut to its title, and whether the code makes room.

        The idea is cut where it would leave too little of the code in sight. After a
        success both make room for the two answers, where these are long: the title
        and the learner's code are said by the verdict too.
        """
        judged = scene.verdict is not None and scene.verdict.verdict != "incomplete"
        if self.high >= TALL or not judged:
            return False, False
        options = self.console.options.update(width=self.wide - 4)
        text, rows = (
            len(self.console.render_lines(part, options))
            for part in (panes.idea(scene, brief=False), told)
        )
        room = self.high - FRAME - text - rows
        passed = panes.is_passed(scene.verdict)
        return room < CODE, passed and room + text - 1 < CODE

    def whole(self) -> RenderableType | None:
        scene = self.session.scene()
        return panes.whole(scene, 70, self.glyphs) if scene is not None else None

    def fill(self, name: str, content: RenderableType) -> None:
        """Show something, unless it is what is shown: drawing is what takes time."""
        if isinstance(content, (str, Text)) and self.filled.get(name) == content:
            return
        self.filled[name] = content
        self.query_one(name, Static).update(content)

    def code_resized(self) -> None:
        scene = self.session.scene()
        if scene is not None and self.mounted:
            self.draw_code(scene)

    def draw_code(self, scene: Scene) -> None:
        """Show the file, with the marked line in sight."""
        code = panes.code(scene, self.code_width, self.glyphs, self.console)
        self.fill("#code-text", code.text)
        self.keep_in_sight(code.row)

    def draw_header(self, scene: Scene | None) -> None:
        if scene is not None:
            self.fill("#header", panes.header(scene, self.wide, self.glyphs))

    def draw_keys(self) -> None:
        shown = self.session.shown
        passed = shown is not None and panes.is_passed(shown.verdict)
        lit = frozenset({"n"} if passed else ())
        self.fill("#keys", panes.keys(panes.with_all(KEYS, self.cut), lit, self.wide))

    def draw_status(self) -> None:
        if not self.mounted:
            return
        lines = [line for line in (self.neighbour, *self.lasting) if line]
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

    def remark(self, line: str) -> None:
        """Say something that stays true for the rest of the session."""
        if line not in self.lasting:
            self.lasting.append(line)
        self.draw_status()
