"""`backward` leaves one slope for each element in the leaf's `.grad`.

The slope says how fast the loss grows if that one element grows. For a square
u * u it is 2 * u; so where a guess is 10 below its target, a step up makes the
loss fall by 20 times the step. `.grad` always has the shape of its leaf.
"""

import pytest
import torch

from koans import __


@pytest.mark.essential
def test_the_slope_of_a_sum_of_squares(device):
    guess = torch.tensor([7.0, 1.0, 2.0], device=device, requires_grad=True)
    target = torch.tensor([3.0, 2.0, 5.0], device=device)

    loss = (guess - target).square().sum()
    loss.backward()
    assert guess.grad.tolist() == __
