"""nan is equal to nothing, not even to itself.

It stands for "no number is known". So every comparison with it is False:
`==`, `<`, `>`, `<=`, `>=`; only `!=` is True. A guard that asks whether the loss
is too large never fires on nan, and one that asks whether it is small enough
fails. `isnan` and `isfinite` ask what you mean.
"""

import torch

from koans import __


def test_which_guards_see_the_nan(device):
    losses = torch.tensor([0.7, float("nan"), 0.2], device=device)
    guards = [
        (losses == float("nan")).any(),
        (losses != losses).any(),
        (losses > 100).any(),
        ~(losses < 100).all(),
        ~losses.isfinite().all(),
    ]
    fired = [guard.item() for guard in guards]
    assert fired == __
