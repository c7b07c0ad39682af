"""Straight-through: the forward pass rounds, the backward pass does not.

`round` is flat: its slope is 0 wherever it has one, and nothing in front of it
can learn. The straight-through estimator takes the rounded numbers forwards,
and backwards acts as if rounding were the identity, whose slope is 1. Look for
a sum of two parts: one has the slope, the other corrects the value.
"""

import pytest
import torch

from koans import __


def round_straight_through(x):
    """Round x; its gradient is that of the identity."""
    return __


@pytest.mark.parametrize("shape", [(6,), (3, 4)])
def test_rounded_forwards_identity_backwards(device, shape):
    x = 3 * torch.randn(shape).to(device)
    weights = torch.randn(shape).to(device)

    x.requires_grad_()
    rounded = round_straight_through(x)
    torch.testing.assert_close(rounded.detach(), x.detach().round())

    (weights * rounded.square()).sum().backward()
    torch.testing.assert_close(x.grad, weights * 2 * rounded.detach())
