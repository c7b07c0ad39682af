"""Starts a session: the lock, the processes that judge, the screen."""

from __future__ import annotations

from collections.abc import Callable
from dataclasses import dataclass
from datetime import datetime

from sensei.journal import Journal
from sensei.judge import Judge
from sensei.live.app import Koans
from sensei.live.lock import Lock
from sensei.live.session import Session
from sensei.live.show import show, unicode_terminal
from sensei.pool import Pool
from sensei.route import Route
from sensei.wording import command

NEW_LESSONS = "The lessons have changed: this session has begun again with them."


@dataclass(frozen=True)
class End:
    """How a session ended: what is said then, and whether it is to begin again.

    slug: the koan that was on the screen.
    """

    said: str
    again: bool = False
    slug: str = ""


def run(
    judge: Judge,
    journal: Journal,
    route: Route,
    clock: Callable[[], datetime],
    wanted: str | None = None,
) -> End:
    """Run a session until the learner ends it, or the lessons change.

    wanted: in a session that begins again, the slug it was at. Raises SenseiError
    where the route leads nowhere.
    """
    pool = Pool(judge.home.root, judge.device, judge.seed)
    lock = Lock(judge.home.records / "session.lock")
    try:
        session = Session(judge, journal, pool, route, clock)
        session.wanted = wanted or ""
        app = Koans(
            session,
            [journal.trouble] if journal.trouble else [],
            other=lambda: _other(lock.take()),
            unicode=unicode_terminal(),
        )
        app.notice = NEW_LESSONS if wanted is not None else ""
        show(app)
        slug = session.shown.lesson.slug if session.shown else ""
        return End(_goodbye(session), app.again, slug)
    finally:
        pool.close()
        lock.release()


def _other(process: int | None) -> str:
    if process is None:
        return ""
    which = f" (process {process})" if process else ""
    return (
        f"Another session watches these koans{which}. Both may stay open: each save "
        "is judged in both."
    )


def _goodbye(session: Session) -> str:
    passed, total = session.passed, len(session.paths)
    return f"{passed} of {total} koans passed. `{command('koans')}` goes on from here."
