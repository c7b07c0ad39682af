"""A tensor hook may replace a gradient before it flows on.

Backward calls the hook with the gradient of that tensor, at the moment it is
complete. What the hook returns takes its place for everything further back; if
it returns None, the gradient stays. Nothing beside or ahead of it changes.
"""

import torch

from koans import __


def test_the_gradient_behind_a_hook(device):
    gear = torch.tensor(3.0, device=device, requires_grad=True)
    load = torch.tensor(5.0, device=device, requires_grad=True)
    seen = []

    speed = 2 * gear
    speed.register_hook(lambda grad: 2 * grad)
    speed.register_hook(lambda grad: seen.append(grad.item()))  # append returns None
    cost = speed * load
    cost.backward()

    found = {"gear": gear.grad.item(), "load": load.grad.item(), "seen": seen[0]}
    assert found == __
