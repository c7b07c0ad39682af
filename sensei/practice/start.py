"""Starts a session of practice: the lock, the processes that judge, the screen."""

from __future__ import annotations

import contextlib
import time
from collections.abc import Callable, Iterator
from datetime import datetime, timezone

from sensei import devices
from sensei.errors import SenseiError
from sensei.judge import Judge
from sensei.live.lock import Lock
from sensei.live.show import show, unicode_terminal
from sensei.path import Home, Lessons
from sensei.pool import Pool
from sensei.practice import hall
from sensei.practice.app import Hall
from sensei.practice.hall import Prepared
from sensei.practice.judging import Judging
from sensei.practice.record import Record
from sensei.practice.session import Session
from sensei.practice.stopwatch import Clock


def utc() -> datetime:
    return datetime.now(timezone.utc)


@contextlib.contextmanager
def locked(home: Home) -> Iterator[None]:
    """Hold the lock of the hall: two sessions would share their copies.

    Raises SenseiError where another session has it.
    """
    lock = Lock(home.records / "practice.lock")
    other = lock.take()
    if other is not None:
        which = f" (process {other})" if other else ""
        raise SenseiError(
            f"Another session of practice is running here{which}. End it with q first."
        )
    try:
        yield
    finally:
        lock.release()


def run(
    home: Home,
    found: Lessons,
    prepared: Prepared,
    record: Record,
    device: str,
    said: str = "",
    clock: Clock = time.monotonic,
    now: Callable[[], datetime] = utc,
) -> Session:
    """Run a session to its end, and return it; said: what its screen says first.

    Raises SenseiError, before it begins, where there is no such device.
    """
    session = Session(prepared.begin, record, clock, now)
    judge = Judge(hall.home_of(home), device)
    pool = Pool(home.root, device, judge.seed)
    judging = Judging(judge, pool)
    try:
        if device != "cpu":
            devices.ask(home.root, device)
        unicode = unicode_terminal()
        show(Hall(home, found, session, judging, record, said, unicode=unicode))
    finally:
        pool.close()
    return session
