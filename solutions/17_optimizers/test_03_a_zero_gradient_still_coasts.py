"""A gradient of 0 is a gradient; None is the absence of one.

An optimizer passes by a parameter whose `.grad` is None, and leaves its velocity
alone, too. With a gradient of 0 it does all the rest: the velocity fades, the
weight rolls on, weight decay shrinks it. So a layer that took no part in this
batch moves after `zero_grad(set_to_none=False)`, and rests after `zero_grad()`.

Hint: Velocity: half of the old one, plus the gradient. w moves down by it: lr is 1.
Hint: With zeros the velocities are 1, 0.5, 0.25, and then 0.125 + 1.
Hint: With None the velocity is still 1 when the slope returns: 0.5 + 1.
Wrong: None is no zero: the parameter rests, and is where the first step left it.
    [[9, 8.5, 8.25, 7.125], [9, 8.5, 8.25, 7.125]]
Wrong: A gradient of 0 stops nothing: what is left of the velocity moves the weight.
    [[9, 9, 9, 7.5], [9, 9, 9, 7.5]]
Wrong: None keeps the velocity as it was, for the step when the slope returns.
    [[9, 8.5, 8.25, 7.125], [9, 9, 9, 8]]
Wrong: A new gradient does not replace the velocity: half of the old one is added.
    [[9, 8.5, 8.25, 7.25], [9, 9, 9, 8]]
See: torch.optim.Optimizer.zero_grad, torch.optim.SGD
"""

import torch


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
    ] == [[9, 8.5, 8.25, 7.125], [9, 9, 9, 7.5]]  # blank
