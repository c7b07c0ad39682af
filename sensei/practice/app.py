"""The screen of a session of practice: the keys, and what they do."""

from __future__ import annotations

from collections.abc import Callable
from typing import ClassVar

from textual.binding import Binding, BindingType

from sensei.live.dialogs import Question
from sensei.practice import hall, panes
from sensei.practice.following import Following


class Hall(Following):
    """Shows one item after the other until the session is over."""

    BINDINGS: ClassVar[list[BindingType]] = [
        Binding("p", "pause"),
        Binding("h", "hint"),
        Binding("n", "skip"),
        Binding("s", "reveal"),
        Binding("r", "again"),
        Binding("o,e", "open"),
        Binding("enter", "go_on"),
        Binding("q", "quit_session"),
        Binding("ctrl+q", "quit_session", priority=True),
        Binding("ctrl+c", "leave", priority=True),
    ]

    def check_action(self, action: str, parameters: tuple[object, ...]) -> bool | None:
        """Refuse what is typed ahead once the session is over."""
        over = self.session.state == "over"
        return False if over else super().check_action(action, parameters)

    def ask(self, question: str, act: Callable[[], None]) -> None:
        """Act where the answer is yes. The clocks go on: a question is no pause."""
        if not isinstance(self.screen, Question):
            self.push_screen(Question(question), lambda yes: act() if yes else None)

    def action_pause(self) -> None:
        self.session.pause()
        self.draw()

    def action_hint(self) -> None:
        if self.session.state not in ("open", "running"):
            return
        if self.session.hints == len(self.lesson.hints):
            self.say("That was the last hint. s shows the solution.")
            return
        self.session.hint(len(self.lesson.hints))
        self.draw()

    def action_skip(self) -> None:
        if self.revealed:
            self.next()
        elif self.session.is_open and self.session.time_is_up:
            self.skip()
        elif self.session.is_open:
            self.ask(panes.SKIP, self.skip)

    def skip(self) -> None:
        self.judging.pool.stop()
        self.over(self.session.skip())

    def action_reveal(self) -> None:
        if self.session.is_open:
            self.ask(panes.REVEAL, self.reveal)

    def reveal(self) -> None:
        self.judging.pool.stop()
        self.last = self.session.reveal()
        self.revealed, self.notice = True, ""
        self.draw()

    def action_go_on(self) -> None:
        if self.revealed:
            self.next()

    def action_again(self) -> None:
        """Put the item's copy back as it came; the clock goes on."""
        if self.session.state not in ("open", "paused"):
            return
        self.notice = hall.begin_again(self.home, self.lesson, self.session.now())
        self.verdict = None
        self.judged = self.look().fingerprint
        self.draw()

    def action_open(self) -> None:
        if self.session.is_open and self.seen is not None:
            self.say(self.open_editor(self.file, self.seen.line))
            self.saved()

    def action_quit_session(self) -> None:
        self.ask(panes.quitting(self.session), self.quit_session)

    def quit_session(self) -> None:
        self.session.quit()
        self.exit()

    def action_leave(self) -> None:
        self.session.leave()
        self.exit()
