"""Near a minimum the gradient goes to zero, wherever the loss stands.

A loss has a floor of its own, seldom 0, so its size cannot say that training is
done. Its slope can. The slopes of all weights count together, as the length of
the gradient: in a sum they may cancel, and one may be flat before the others.
Ask before you move: at a flat place no step is due.
"""

import pytest
import torch

from koans import __


def descend(loss_fn, weight, learning_rate, tolerance, max_steps):
    """Step down until the gradient is shorter than tolerance; return the steps."""
    for step in range(max_steps):
        __("stop at a gradient shorter than tolerance, else take a step")
    return max_steps


STARTS = [[4.0, -3.0], [[2.0, -2.0], [4.0, -1.0]]]  # both at a distance of 5


@pytest.mark.parametrize("start", STARTS)
@pytest.mark.parametrize(
    ("tolerance", "steps"), [(6.0, 0), (1.2, 3), (0.1, 6), (1e-4, 9)]
)
def test_it_stops_at_the_first_flat_place(device, start, tolerance, steps):
    start = torch.tensor(start, device=device)
    weight = (start + 1).requires_grad_()

    def bowl(weight):  # its gradient is weight - 1, its floor is at 5
        return (weight - 1).square().sum() / 2 + 5

    assert descend(bowl, weight, 0.5, tolerance, max_steps=9) == steps
    torch.testing.assert_close(weight.detach(), 1 + start / 2**steps)
