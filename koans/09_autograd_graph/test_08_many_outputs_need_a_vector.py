"""`backward` of more than one number needs a vector: a weight for each.

Backward begins with the question: how much does the final loss grow when this
output grows? For a single number the answer is 1, and torch fills it in. For
several it cannot guess, and raises: you say how much each one counts. The
vector has the shape of the output.
"""

import pytest
import torch

from koans import __


def backward_of_the_mean(losses):
    """Leave in the leaves what losses.mean().backward() would leave."""
    vector = __
    losses.backward(vector)


@pytest.mark.parametrize("shape", [(4,), (7,), (2, 3)])
def test_each_loss_counts_as_in_a_mean(device, shape):
    weight = torch.randn(shape).to(device).requires_grad_()
    x, target = torch.randn(2, *shape).to(device)
    losses = (weight * x - target).square()
    with pytest.raises(RuntimeError, match="only for scalar outputs"):
        losses.backward()

    backward_of_the_mean(losses)
    error = weight.detach() * x - target
    expected = 2 * error * x / weight.numel()
    torch.testing.assert_close(weight.grad, expected)
