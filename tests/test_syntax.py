"""Threads may parse at once: the session reads its lessons while it judges."""

from __future__ import annotations

import gc
import sys
import threading

import pytest

from sensei import syntax
from tests.checkout import DOUBLE, REPAIR, SUM


@pytest.fixture
def restless():
    """Let threads take turns within the parser, as they may whenever it collects."""
    interval, threshold = sys.getswitchinterval(), gc.get_threshold()

    def dawdle(phase: str, info: object) -> None:
        for _ in range(50):
            pass

    sys.setswitchinterval(1e-6)
    gc.set_threshold(10, 2, 2)
    gc.callbacks.append(dawdle)
    yield
    gc.callbacks.remove(dawdle)
    gc.set_threshold(*threshold)
    sys.setswitchinterval(interval)


def test_threads_may_parse_at_once(restless):
    failed: list[BaseException] = []

    def work() -> None:
        try:
            for _ in range(100):
                for text in (SUM, DOUBLE, REPAIR):
                    syntax.parse(text)
                    syntax.literal("[[[1]]]")
        except BaseException as error:
            failed.append(error)

    threads = [threading.Thread(target=work) for _ in range(4)]
    for thread in threads:
        thread.start()
    for thread in threads:
        thread.join()
    assert failed == []
