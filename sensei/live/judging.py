"""What a session does by itself: it follows the saves and judges them."""

from __future__ import annotations

import asyncio
from collections.abc import Sequence
from pathlib import Path

from sensei import halfway
from sensei.errors import SenseiError
from sensei.lesson import Lesson
from sensei.live.dialogs import Question
from sensei.live.drawing import Drawing
from sensei.live.scene import Judged, Started
from sensei.live.session import Session
from sensei.live.watch import Watch

CALM = 3.0
"""Seconds that what was edited unseen waits after a save before it is judged."""
SETTLED = 0.3
"""Seconds without a change after which an update is over."""
PATIENCE = 0.15
"""Seconds after which the learner is told that a koan is being judged."""


class Judging(Drawing):
    """Judges what is saved and shows it.

    verdicts: how many have been shown; quiet: set while nothing is judged; again:
    whether it ended to begin again with other lessons; following: whether it would
    notice these.
    """

    def __init__(self, session: Session, said: Sequence[str], *, unicode: bool) -> None:
        super().__init__(session, said, unicode=unicode)
        self.verdicts = 0
        self.quiet = asyncio.Event()
        self.quiet.set()
        self.sweeping = False
        self.saves = Watch(session.home.koans, self.remark)
        self.again = self.following = False

    def on_unmount(self) -> None:
        self.session.close()  # threads end at once, and the terminal is free

    def wake(self) -> None:
        """Start what takes time, now that the koan is on the screen."""
        self.run_worker(self.follow())
        self.run_worker(self.warm())
        self.run_worker(self.survey())
        self.run_worker(self.follow_the_lessons())

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

    async def follow_the_lessons(self) -> None:
        """End, to begin again, when the lessons have changed: by an update, mostly."""
        home = self.session.home
        watch = await asyncio.to_thread(
            Watch, home.solutions, lambda _: None, patient=True
        )
        self.following = True
        async for _ in watch.saves():
            self.remark("The lessons change: wait a moment.")
            await asyncio.sleep(SETTLED)
            while halfway.half_done(home) or not watch.found.empty():
                while not watch.found.empty():
                    watch.found.get_nowait()
                await asyncio.sleep(SETTLED)
            while len(self.screen_stack) > 1:  # something is being read or asked
                await asyncio.sleep(SETTLED)
            self.again = True
            self.exit()

    def saved(self, files: set[Path]) -> None:
        """Judge the koan that was saved; of many at once, the one on the screen."""
        if halfway.half_done(self.session.home):
            return  # an update writes there
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
        shown = self.session.shown
        other = shown is not None and shown.lesson.slug != judged.lesson.slug
        if other and isinstance(self.screen, Question):
            self.screen.dismiss(False)  # it was about the koan that was shown
        self.session.take(judged, show=True, later=True)
        self.verdicts += 1
        if self.session.trouble:
            self.remark(self.session.trouble)
        self.draw()
        self.tell_over(judged.verdict, self.glyphs)
        self.call_after_refresh(self.write_down)

    def write_down(self) -> None:
        """Write to the record what is on the screen by now."""
        self.session.write_down()
        self.tell_of_the_record()

    def tell_of_the_record(self) -> None:
        """Say so where what was just done is in no record."""
        if self.session.journal.trouble:
            self.remark(self.session.journal.trouble)

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
                self.tell_of_the_record()
                self.draw_header(self.session.scene())
            self.sweeping = False

        if not self.sweeping:
            self.sweeping = True
            self.run_worker(run())
