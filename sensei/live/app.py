"""The screen of a session: the keys, and what they do."""

from __future__ import annotations

import os
from collections.abc import Callable, Mapping, Sequence
from typing import ClassVar

from textual.binding import Binding, BindingType

from sensei import guide
from sensei.errors import SenseiError
from sensei.live import panes
from sensei.live.dialogs import Question, Reading
from sensei.live.judging import Judging
from sensei.live.session import Session

LOOK_AROUND = 2.0
"""Seconds between two looks for another session."""
NO_GPU = "This koan needs a GPU, which torch does not see here: n goes on without it."


class Koans(Judging):
    """The live session.

    said: what is said from the beginning; other: says what there is to say of another
    session, "" while there is none.
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
    ]

    def __init__(
        self,
        session: Session,
        said: Sequence[str] = (),
        environment: Mapping[str, str] = os.environ,
        *,
        other: Callable[[], str] = str,
        unicode: bool = True,
    ) -> None:
        super().__init__(session, said, unicode=unicode)
        self.environment = environment
        self.other = other
        self.ended = False

    def on_mount(self) -> None:
        self.end_on_signals()
        self.session.begin()
        self.look_around()
        self.draw()
        self.set_interval(LOOK_AROUND, self.look_around)
        self.call_after_refresh(self.wake)

    def look_around(self) -> None:
        """Tell of another session for as long as there is one."""
        neighbour = self.other()
        if neighbour != self.neighbour:
            self.neighbour = neighbour
            self.draw_status()

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
        self.tell_of_the_record()

    def action_solution(self) -> None:
        scene = self.session.scene()
        if scene is None:
            return

        def answered(yes: bool | None) -> None:
            if yes:
                self.session.solution()
                self.push_screen(Reading(panes.solution(scene), closes=True))
                self.tell_of_the_record()

        if scene.solved:
            answered(True)
            return
        question = (
            f"Show the solution of {scene.lesson.slug}? The record remembers that you "
            "saw it."
        )
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
                if lesson.slug in self.session.elsewhere:
                    self.notice = NO_GPU
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
            self.tell_of_the_record()

        question = f"Begin {scene.lesson.slug} again?"
        if self.session.home.koan(scene.lesson).exists():
            question += " Your file is kept as a backup."
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
        said = self.open_editor(file, scene.line)
        if said:
            self.say(said)
