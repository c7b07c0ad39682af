"""Patience counts the epochs since the best one.

A validation loss is noisy, so one bad epoch says little: wait for some more, but
not for ever. The measure is the best loss so far. The loss just before may have
been a bad one, and to fall from there is no progress; nor is a loss equal to the
best, nor nan, which is below nothing. Every new best ends the waiting.
"""

import pytest

from koans import __


class Patience:
    """Says when to stop: after `limit` losses in a row without a new best."""

    def __init__(self, limit):
        self.limit = limit
        self.best = float("inf")
        self.waited = 0

    def runs_out(self, loss):
        """Take the loss of the newest epoch; say whether to stop after it."""
        __("update the best loss and how long we have waited for a better one")
        return self.waited >= self.limit


NAN = float("nan")
CASES = {
    "falling, and not below the best": ([5, 4, 4.5, 3, 3.5, 3.2, 3.1, 2], 3, 6),
    "a new best every other epoch": ([5, 4, 4.5, 3, 3.5, 2, 2.5, 1], 2, None),
    "equal to the best": ([5, 3, 4, 3, 2], 2, 3),
    "nan": ([5, NAN, NAN, NAN, NAN], 3, 3),
    "no patience": ([5, 6, 4, 4.5, 4.2, 1], 1, 1),
}


@pytest.mark.parametrize(("losses", "limit", "last"), CASES.values(), ids=CASES)
def test_it_stops_after_the_right_epoch(losses, limit, last):
    patience = Patience(limit)
    stops = [epoch for epoch, loss in enumerate(losses) if patience.runs_out(loss)]
    assert (stops[0] if stops else None) == last
