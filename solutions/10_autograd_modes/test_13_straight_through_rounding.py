"""Straight-through: the forward pass rounds, the backward pass does not.

`round` is flat: its slope is 0 wherever it has one, and nothing in front of it
can learn. The straight-through estimator takes the rounded numbers forwards,
and backwards acts as if rounding were the identity, whose slope is 1. Look for
a sum of two parts: one has the slope, the other corrects the value.

Hint: `x` has the right slope. By how much is its value wrong?
Hint: Add the correction, and keep its gradient out.
Hint: x plus the detached difference of x.round() and x.
Wrong: The slope of `round` is 0: x gets a gradient of zeros.
    x.round()
Wrong: Written out, the two x cancel: the slope is that of `round`, 0.
    x + (x.round() - x)
Wrong: Detached as a whole it has no history: backward has nowhere to start.
    x.round().detach()
Wrong: The wrong part is detached: x comes back with slope -1.
    x.detach() + (x.round() - x)
Wrong: The slope is 1, but the numbers are not rounded.
    x
Right:
    (x.round() - x).detach() + x
Right:
    x.round().detach() + x - x.detach()
Right:
    x - (x - x.round()).detach()
See: torch.round, torch.Tensor.detach
"""

import pytest
import torch


def round_straight_through(x):
    """Round x; its gradient is that of the identity."""
    return x + (x.round() - x).detach()  # blank


@pytest.mark.parametrize("shape", [(6,), (3, 4)])
def test_rounded_forwards_identity_backwards(device, shape):
    x = 3 * torch.randn(shape).to(device)
    weights = torch.randn(shape).to(device)

    x.requires_grad_()
    rounded = round_straight_through(x)
    torch.testing.assert_close(rounded.detach(), x.detach().round())

    (weights * rounded.square()).sum().backward()
    torch.testing.assert_close(x.grad, weights * 2 * rounded.detach())
