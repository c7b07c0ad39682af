"""What a session of practice does by itself: items, saves, verdicts, clocks."""

from __future__ import annotations

import asyncio
from pathlib import Path

from sensei import guide
from sensei.errors import SenseiError
from sensei.judge import Look
from sensei.lesson import Lesson
from sensei.live.dialogs import Question, Reading
from sensei.live.panes import Glyphs
from sensei.live.watch import Watch
from sensei.path import Home, Lessons
from sensei.practice import hall, panes
from sensei.practice.frame import Frame
from sensei.practice.history import Result
from sensei.practice.judging import Judging
from sensei.practice.record import Record
from sensei.practice.session import Session
from sensei.verdict import Verdict

TICK = 0.25
"""Seconds between two looks at the clocks."""
RETRY = 2.0
"""Seconds until what could not be written is tried again."""
GONE = 0.4
"""Seconds after which a file that is gone is not one that an editor just replaces."""


class Following(Frame):
    """Shows one item after the other, and judges what is saved, until it is over.

    said: what there is to say at the beginning.
    """

    def __init__(
        self,
        home: Home,
        found: Lessons,
        session: Session,
        judging: Judging,
        record: Record,
        said: str = "",
        *,
        unicode: bool = True,
    ) -> None:
        super().__init__()
        self.home, self.session = home, session
        self.judging, self.record = judging, record
        self.lessons = {lesson.slug: lesson for lesson in found.lessons}
        self.glyphs = Glyphs(unicode)
        self.judged: str | None = None
        self.seen: Look | None = None
        self.verdict: Verdict | None = None
        self.last: Result | None = None
        self.revealed = False
        self.warned = False
        self.said, self.notice = said, ""
        self.text = self.topic = ""

    # --- the item ---------------------------------------------------------------

    @property
    def lesson(self) -> Lesson:
        assert self.session.pick is not None
        return self.lessons[self.session.pick.koan.slug]

    @property
    def file(self) -> Path:
        return self.judging.judge.home.koan(self.lesson)

    def on_mount(self) -> None:
        super().on_mount()
        self.end_on_signals()
        self.next()
        if self.said:
            self.say(f"{self.said}\n{self.notice}".strip())
        self.set_interval(TICK, self.tick)
        self.set_interval(RETRY, self.retry)
        self.run_worker(self.follow())
        self.run_worker(self.warm())

    def on_unmount(self) -> None:
        self.judging.pool.close()  # whoever waits for its processes waits no longer

    def end(self) -> None:
        self.session.leave()
        self.exit()

    def next(self) -> None:
        """Open the next item, or end."""
        keep = self.session.begin.open is not None and self.last is None
        if self.session.next() is None:
            self.exit()
            return
        self.judged = self.verdict = None
        self.revealed = False
        self.topic = guide.title(self.home, self.lesson.topic)
        try:
            hall.lay_out(self.home, self.lesson, keep=keep)
        except SenseiError as error:
            self.notice = str(error)
        seen = self.look()
        if not keep or seen.text == self.lesson.koan:
            self.judged = seen.fingerprint  # a fresh copy is not an answer
        self.draw()
        self.saved()

    def look(self) -> Look:
        self.seen = self.judging.look(self.lesson)
        self.text = self.seen.text or self.text
        return self.seen

    # --- saves and verdicts -----------------------------------------------------

    async def warm(self) -> None:
        """Have a process standing ready before the first save."""
        try:
            await asyncio.to_thread(self.judging.pool.prepare)
        except SenseiError as error:
            self.say(f"{error} Verdicts take longer without it.")

    async def follow(self) -> None:
        """Judge what is saved, for ever."""
        folder = self.judging.judge.home.koans
        folder.mkdir(parents=True, exist_ok=True)
        async for files in Watch(folder, self.say).saves():
            here = {file.resolve() for file in files}
            if self.revealed and self.file.resolve() in here:
                self.say("This one is over: enter goes on.")
            if not self.session.is_open or self.file.resolve() not in here:
                continue
            if not self.file.exists():
                await asyncio.sleep(GONE)
            if self.session.is_open:
                self.saved()

    def saved(self) -> None:
        """Judge the item as it stands, unless that was done."""
        if not self.file.exists():
            self.put_back()
            return
        seen = self.look()
        if seen.fingerprint == self.judged:
            return
        self.judged, self.notice = seen.fingerprint, ""
        if self.session.state != "running":
            self.session.run_begins()
        if seen.finding is not None:
            self.told(seen, self.judging.by_text(self.lesson, seen))
        else:
            self.run_worker(self.run_tests(self.session.item, seen))
            self.draw()

    def put_back(self) -> None:
        """The file was deleted or renamed: write what it last held."""
        self.say(hall.put_back(self.home, self.lesson, self.text))

    async def run_tests(self, item: int, seen: Look) -> None:
        """Run the tests; a newer save, or the end of the item, makes it void."""
        try:
            verdict = await asyncio.to_thread(self.judging.by_run, self.lesson, seen)
        except SenseiError as error:
            if self.waits_for(item):
                self.session.run_ends("incomplete", None)
            self.say(str(error))
            return
        if not self.waits_for(item):
            return
        if verdict is not None:
            self.told(seen, verdict)
        elif self.judged == seen.fingerprint:  # changed meanwhile, and changed back
            self.judged = None
            self.saved()

    def waits_for(self, item: int) -> bool:
        return item == self.session.item and self.session.state == "running"

    def told(self, seen: Look, verdict: Verdict) -> None:
        self.seen, self.verdict = seen, verdict
        result = self.session.run_ends(verdict.verdict, verdict.answer)
        if result is not None:
            self.over(result)
        else:
            self.draw()
            self.tell_over(verdict, self.glyphs)

    def over(self, result: Result) -> None:
        """An item has ended: go on with the next, and close what is over it."""
        if isinstance(self.screen, (Question, Reading)):
            self.screen.dismiss()
        self.last = result
        self.notice = self.unrecorded
        self.next()

    # --- what is seen -----------------------------------------------------------

    def say(self, text: str) -> None:
        self.notice = text
        self.draw()

    def tick(self) -> None:
        if self.session.time_is_up and self.session.is_open and not self.warned:
            self.warned = True
            self.bell()
            self.say("The time is up. Finish this one, or press n to drop it.")
        self.draw_clocks()

    def retry(self) -> None:
        """Try again what could not be written, and say how it stands."""
        if self.session.is_open and not self.file.exists():
            self.put_back()
        if self.record.trouble:
            self.record.flush()
            self.say(self.unrecorded or "The record is written again, all of it.")

    @property
    def unrecorded(self) -> str:
        """What there is to say of what is not recorded yet."""
        trouble = self.record.trouble
        return f"{trouble} It is tried again by itself." if trouble else ""

    def code_resized(self) -> None:
        self.draw()

    def draw_clocks(self) -> None:
        if self.session.pick is not None and self.stands:
            clocks = panes.clocks_of(self.session, self.topic)
            self.fill("header", panes.header(clocks, self.wide, self.glyphs))

    def draw_keys(self) -> None:
        paused = self.session.state == "paused"
        keys = panes.keys(
            paused=paused, revealed=self.revealed, cut=self.cut, width=self.wide
        )
        self.fill("keys", keys)

    def draw(self) -> None:
        if self.session.pick is None or self.seen is None or not self.stands:
            return
        self.draw_clocks()
        item = panes.Item(
            lesson=self.lesson,
            path=self.file.relative_to(self.home.root).as_posix(),
            seen=self.seen,
            verdict=self.verdict,
            hints=self.session.hints,
            answer=self.session.answer,
            paused=self.session.state == "paused",
            running=self.session.state == "running",
            revealed=self.revealed,
        )
        width = self.code_width
        loading = item.running and not self.judging.pool.ready
        # Beside a verdict, how the item before went would be read as this one's.
        last = self.last if self.verdict is None or self.revealed else None
        status = panes.status(last, self.notice, loading=loading)
        self.show(panes.view(item, status, self.wide, width, self.glyphs, self.console))
