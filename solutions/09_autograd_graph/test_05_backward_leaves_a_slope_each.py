"""`backward` leaves one slope for each element in the leaf's `.grad`.

The slope says how fast the loss grows if that one element grows. For a square
u * u it is 2 * u; so where a guess is 10 below its target, a step up makes the
loss fall by 20 times the step. `.grad` always has the shape of its leaf.

Hint: The loss is a sum, so each guess has its own term: (guess - target) squared.
Hint: The slope of that term is 2 * (guess - target), with its sign.
Wrong: Those are the squared errors themselves, not how fast they grow.
    [16.0, 1.0, 9.0]
Wrong: The slope of a square is twice the error.
    [4.0, -1.0, -3.0]
Wrong: A slope has a sign: a guess that is too small gets a negative one.
    [8.0, 2.0, 6.0]
Wrong: That is the slope for the targets, the other side of the difference.
    [-8.0, 2.0, 6.0]
Wrong: A mean would divide by three; this is a sum.
    [8 / 3, -2 / 3, -6 / 3]
See: torch.Tensor.backward, torch.Tensor.grad
"""

import pytest
import torch


@pytest.mark.essential
def test_the_slope_of_a_sum_of_squares(device):
    guess = torch.tensor([7.0, 1.0, 2.0], device=device, requires_grad=True)
    target = torch.tensor([3.0, 2.0, 5.0], device=device)

    loss = (guess - target).square().sum()
    loss.backward()
    assert guess.grad.tolist() == [8.0, -2.0, -6.0]  # blank
