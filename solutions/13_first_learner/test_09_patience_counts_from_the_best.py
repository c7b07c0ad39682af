"""Patience counts the epochs since the best one.

A validation loss is noisy, so one bad epoch says little: wait for some more, but
not for ever. The measure is the best loss so far. The loss just before may have
been a bad one, and to fall from there is no progress; nor is a loss equal to the
best, nor nan, which is below nothing. Every new best ends the waiting.

Hint: Two things can happen to a new loss: it is a new best, or it is not.
Hint: A new best is remembered, and the count goes back to zero.
Hint: `if loss < self.best:` remember and reset; `else:` count one more.
Wrong: That compares with the loss before: a dip on the way up resets the count.
    self.waited = 0 if loss < self.best else self.waited + 1
    self.best = loss
Wrong: The count never starts again: it adds up all the bad epochs of the run.
    if loss < self.best:
        self.best = loss
    else:
        self.waited += 1
Wrong: A loss that is only equal to the best is no progress.
    if loss <= self.best:
        self.best, self.waited = loss, 0
    else:
        self.waited += 1
Wrong: `nan >= best` is False, so nan becomes the best, and nothing is worse than it.
    if loss >= self.best:
        self.waited += 1
    else:
        self.best, self.waited = loss, 0
Wrong: The best is forgotten: after a reset any loss counts as a new one.
    if loss < self.best:
        self.waited = 0
    else:
        self.waited += 1
Right:
    better = loss < self.best
    self.waited = 0 if better else self.waited + 1
    self.best = loss if better else self.best
Right:
    self.waited += 1
    if self.best > loss:
        self.best = loss
        self.waited = 0
See: torch.optim.lr_scheduler.ReduceLROnPlateau
"""

import pytest


class Patience:
    """Says when to stop: after `limit` losses in a row without a new best."""

    def __init__(self, limit):
        self.limit = limit
        self.best = float("inf")
        self.waited = 0

    def runs_out(self, loss):
        """Take the loss of the newest epoch; say whether to stop after it."""
        # blank: update the best loss and how long we have waited for a better one
        if loss < self.best:
            self.best, self.waited = loss, 0
        else:
            self.waited += 1
        # end
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
