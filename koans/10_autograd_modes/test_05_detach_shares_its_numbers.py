"""`detach` cuts the history and keeps the memory.

A detached tensor is the same numbers without a `grad_fn`. Nothing is copied:
what is written into one is read in the other. So a "snapshot" of the weights
taken with `detach` alone follows them through every later step.
"""

import torch

from koans import __


def test_how_far_one_step_moved_the_weights(device):
    weights = torch.tensor([1.0, 2.0, 4.0], device=device, requires_grad=True)
    alias = weights.detach()
    snapshot = weights.detach().clone()

    weights.square().sum().backward()  # the gradient is 2 * weights
    with torch.no_grad():
        weights -= 0.25 * weights.grad

    moved = [(weights.detach() - old).tolist() for old in (alias, snapshot)]
    assert moved == __
