"""Starts a session: the lock, the processes that judge, the screen."""

from __future__ import annotations

from collections.abc import Callable
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


def run(
    judge: Judge, journal: Journal, route: Route, clock: Callable[[], datetime]
) -> str:
    """Run a session until the learner ends it; return what is said then.

    Raises SenseiError where the route leads nowhere.
    """
    pool = Pool(judge.home.root, judge.device, judge.seed)
    lock = Lock(judge.home.records / "session.lock")
    try:
        session = Session(judge, journal, pool, route, clock)
        said = [line for line in (_other(lock.take()), journal.trouble) if line]
        show(Koans(session, said, unicode=unicode_terminal()))
        return _goodbye(session)
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
