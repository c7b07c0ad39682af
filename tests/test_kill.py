"""`kill -9` at any point: nothing that was told is lost, and nothing is corrupt."""

from __future__ import annotations

import os
import random
import signal
import sqlite3
import sys
import time
from datetime import datetime, timezone

import pytest

from sensei import workbook
from sensei.live.session import Judged
from tests.checkout import Checkout
from tests.live import Pool, session

pytestmark = pytest.mark.skipif(sys.platform == "win32", reason="there is no kill -9")
KILLS = 200
SOLUTION = "9"


def work(checkout, told):
    """Judge, reset and ask for hints for ever; tell of each thing that was done.

    A line is written to the pipe `told` when the learner could have seen it.
    """
    lesson = checkout.lesson("sums")
    one = session(checkout, Pool())
    one.clock = lambda: datetime.now(timezone.utc)
    one.begin()
    number = 0
    while True:
        number += 1
        answer = f"{SOLUTION}  # {os.getpid()} {number}"
        workbook.write(one.home.koan(lesson), lesson.fill_koan(answer))
        judged = one.start(lesson)
        judged = judged if isinstance(judged, Judged) else one.run(judged)
        one.take(judged, show=True)
        os.write(told, f"verdict {number}\n".encode())
        one.hint()
        one.reset()
        os.write(told, f"reset {number}\n".encode())


def killed(checkout, after):
    """Run `work` in a child, kill it after so many seconds; return what it told."""
    read, write = os.pipe()
    pid = os.fork()
    if pid == 0:
        try:
            work(checkout, write)
        finally:
            os._exit(1)
    os.close(write)
    first = os.read(read, 1)  # it has begun
    time.sleep(after)  # the moment of the kill is the point, and it is drawn
    os.kill(pid, signal.SIGKILL)
    _, status = os.waitpid(pid, 0)
    assert os.WTERMSIG(status) == signal.SIGKILL, "the worker failed by itself"
    with os.fdopen(read, "rb") as stream:
        return (first + stream.read()).decode().splitlines()


def is_whole(text, lesson):
    """Say whether this is the koan as it came, or with a whole answer."""
    start = lesson.koan.removesuffix("__\n")
    answered = text.startswith(f"{start}{SOLUTION}  # ") and text.endswith("\n")
    return text == lesson.koan or answered


def test_nothing_is_lost_by_200_kills(tmp_path):
    draw = random.Random(0)
    checkout = Checkout(tmp_path / "checkout")
    journal = checkout.home.records / "journal.db"
    backup = checkout.home.records / "backup" / "sums"
    lesson = checkout.lesson("sums")
    verdicts = resets = 0
    for _ in range(KILLS):
        told = killed(checkout, draw.uniform(0, 0.05))
        verdicts += sum(line.startswith("verdict") for line in told)
        resets += sum(line.startswith("reset") for line in told)
        db = sqlite3.connect(journal)
        assert db.execute("PRAGMA integrity_check").fetchall() == [("ok",)]
        [(passed,)] = db.execute("SELECT count(*) FROM attempts WHERE verdict='passed'")
        [(noted,)] = db.execute("SELECT count(*) FROM events WHERE kind='reset'")
        db.close()
        assert passed >= verdicts
        assert noted >= resets
        assert is_whole(checkout.file("sums").read_text(), lesson)
        kept = backup.glob("*.py")
        whole = sum(f"== {SOLUTION}  # " in file.read_text() for file in kept)
        assert whole >= resets
    assert verdicts > KILLS / 4, "the kills came before there was anything to lose"
