"""nan is equal to nothing, not even to itself.

It stands for "no number is known". So every comparison with it is False:
`==`, `<`, `>`, `<=`, `>=`; only `!=` is True. A guard that asks whether the loss
is too large never fires on nan, and one that asks whether it is small enough
fails. `isnan` and `isfinite` ask what you mean.

Hint: Read each guard for the element nan: what does its comparison say?
Hint: `~(losses < 100).all()` asks: is any loss not below 100?
Hint: Two of the guards miss the nan.
Wrong: No comparison by `==` finds a nan: nan == nan is False.
    [True, True, False, True, True]
Wrong: nan is not equal to itself: `!=` is the one comparison that is True.
    [False, False, False, True, True]
Wrong: nan is not larger than 100; nan > 100 is False.
    [False, True, True, True, True]
Wrong: nan < 100 is False, so not all losses are below 100.
    [False, True, False, False, True]
Wrong: `isfinite` is False for nan as well as for inf.
    [False, True, False, True, False]
See: torch.isnan, torch.isfinite
"""

import torch


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
    assert fired == [False, True, False, True, True]  # blank
