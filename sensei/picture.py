"""Draws the README's picture: the session with a wrong answer, as SVG."""

from __future__ import annotations

import asyncio
import tempfile
from datetime import datetime, timezone
from pathlib import Path
from shutil import copytree

from sensei.journal import opened
from sensei.judge import Judge
from sensei.lesson import Lesson
from sensei.live.app import Koans
from sensei.live.session import Judged, Session
from sensei.path import Home
from sensei.pool import Pool
from sensei.route import Route
from sensei.verdict import Run, Test

SLUG = "reshape_keeps_order"
SIZE = (88, 28)
"""Columns and lines of the terminal in the picture."""


class Still(Koans):
    """A session that shows one moment: nothing is watched, and nothing is run."""

    def wake(self) -> None:
        pass


def draw(home: Home) -> str:
    """Return the picture: the first wrong answer of a lesson, and its reason."""
    with tempfile.TemporaryDirectory() as folder:
        copy = Home(Path(folder))
        for part in ("koans", "solutions"):
            copytree(home.root / part, copy.root / part)
        return asyncio.run(_drawn(copy))


async def _drawn(home: Home) -> str:
    now = datetime.now(timezone.utc)
    judge, pool = Judge(home), Pool(home.root, "cpu", 0)
    with opened(home.records / "journal.db", now) as journal:
        session = Session(judge, journal, pool, Route(), lambda: now)
        place = session.slugs.index(SLUG) if SLUG in session.slugs else 0
        lesson = session.lesson(session.paths[place])
        assert lesson is not None
        session.states = dict.fromkeys(session.slugs[:place], "passed")
        app = Still(session, environment={})
        async with app.run_test(size=SIZE) as pilot:
            session.take(_judged(judge, lesson), show=True)
            session.hint()
            app.draw()
            await pilot.pause()
            return app.export_screenshot(title="make koans")


def _judged(judge: Judge, lesson: Lesson) -> Judged:
    """Return the verdict on the first listed wrong answer, without running it."""
    wrong = lesson.wrongs[0].code
    judge.home.koan(lesson).write_text(lesson.fill_koan(wrong), encoding="utf-8")
    seen = judge.look(lesson)
    failed = Test(
        "test", "failed", 0.0, "AssertionError", "", seen.line, lesson.answer, wrong
    )
    run = Run(tests=(failed,), complete=True)
    return Judged(lesson, seen, judge.verdict(lesson, seen, run))
