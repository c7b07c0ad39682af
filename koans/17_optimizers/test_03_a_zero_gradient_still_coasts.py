"""A gradient of 0 is a gradient; None is the absence of one.

An optimizer passes by a parameter whose `.grad` is None, and leaves its velocity
alone, too. With a gradient of 0 it does all the rest: the velocity fades, the
weight rolls on, weight decay shrinks it. So a layer that took no part in this
batch moves after `zero_grad(set_to_none=False)`, and rests after `zero_grad()`.
"""

import torch

from koans import __


def positions(set_to_none, device):
    """Give w a slope of 1, twice none, then 1 again; return w after each step."""
    w = torch.tensor(10.0, device=device, requires_grad=True)
    optimizer = torch.optim.SGD([w], lr=1.0, momentum=0.5)
    found = []
    for takes_part in (True, False, False, True):
        optimizer.zero_grad(set_to_none=set_to_none)
        if takes_part:
            w.backward()  # the slope of w itself is 1
        optimizer.step()
        found.append(w.item())
    return found


def test_two_batches_without_a_slope(device):
    assert [
        positions(set_to_none=False, device=device),
        positions(set_to_none=True, device=device),
    ] == __
