"""Draws the pictures of the README: `python -m tests.practice.draw docs`."""

from __future__ import annotations

import asyncio
import re
import sys
import tempfile
from pathlib import Path

from sensei import guide, path
from sensei.journal import Journal
from sensei.judge import Judge
from sensei.path import Home
from sensei.pool import Pool
from sensei.practice import chart, hall, stats
from sensei.practice.app import Hall
from sensei.practice.asked import Asked
from sensei.practice.history import Began
from sensei.practice.judging import Judging
from sensei.practice.record import Record
from sensei.practice.session import Session
from sensei.verdict import Verdict
from tests.practice import hall as halls
from tests.practice.learners import Clock, Life

SLUG = "many_outputs_need_a_vector"
REST = (5, 6, 20, 33, 34, 35, 48, 62, 63)
"""Days on which the learner of the picture does not practise."""


def draw_stats(folder: Path) -> None:
    """Draw the stats of a simulated learner on the real path."""
    home = Home(halls.ROOT)
    lessons = path.read(home)
    koans = hall.koans(lessons, "cpu")
    life = Life(koans, passes_a_day=3, seed=1)
    for day in range(84):
        if day not in REST:
            life.day(day)
    pool = life.pool(84)
    sessions = [
        Began(s.begin.name, s.begin.pool.now, 15.0, "{}") for s in life.sessions
    ]
    every = hall.koans(lessons, "cuda")
    passed = [entry.slug for entry in life.passes]
    past = life.notes.results
    found = stats.stats(every, passed, pool.known, past, sessions, pool.now)
    titles = {row.topic: guide.title(home, row.topic) for row in found.topics}
    chart.draw(found, titles, pool.now.date(), folder / "stats")
    (folder / "stats.svg").unlink()  # the PNG is smaller


def draw_screen(folder: Path) -> None:
    """Draw the screen of a session in which an answer was wrong."""
    with tempfile.TemporaryDirectory() as name:
        home = halls.made(Path(name))
        halls.passed(home)
        found = path.read(home)
        clock = Clock()
        record = Record(Journal(home.records / "none.db", clock.now()))
        asked = Asked(kata=SLUG, repeat=2)
        journal = Journal(home.records / "journal.db", clock.now())
        prepared = hall.prepare(found, asked, journal, clock.now(), resume=False)
        session = Session(prepared.begin, record, clock, clock.now)
        judge = Judge(hall.home_of(home))
        app = Hall(
            home, found, session, _Still(judge, _Pool(home.root, "cpu", 0)), record
        )
        asyncio.run(_act(app, clock, folder / "practice.svg"))


class _Pool(Pool):
    """Starts no process."""

    def prepare(self) -> None: ...


class _Still(Judging):
    """Judges nothing."""

    def by_run(self, lesson: object, seen: object) -> Verdict | None:
        return None


async def _act(app: Hall, clock: Clock, file: Path) -> None:
    async with app.run_test(size=(92, 44)) as pilot:
        await pilot.pause()
        lesson = app.lesson
        clock.seconds += 41
        app.action_hint()
        wrong = lesson.wrongs[0]
        app.file.write_text(lesson.fill_koan(wrong.code), encoding="utf-8")
        seen = app.look()
        app.judged = seen.fingerprint  # the watcher sees nothing new in it
        app.session.run_begins()
        name = f"practice/{lesson.path}"
        verdict = Verdict(lesson.slug, name, seen.line, "wrong", wrong.reason)
        app.told(seen, verdict)
        await pilot.pause()
        picture = app.export_screenshot(title="make practice")
        picture = re.sub(r"@font-face \{.*?\}\s*", "", picture, flags=re.DOTALL)
        file.write_text(picture, encoding="utf-8")  # without fonts from elsewhere
        app.exit()


if __name__ == "__main__":
    target = Path(sys.argv[1])
    draw_stats(target)
    draw_screen(target)
