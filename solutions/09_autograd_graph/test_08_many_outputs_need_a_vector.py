"""`backward` of more than one number needs a vector: a weight for each.

Backward begins with the question: how much does the final loss grow when this
output grows? For a single number the answer is 1, and torch fills it in. For
several it cannot guess, and raises: you say how much each one counts. The
vector has the shape of the output.

Hint: If one of N losses grows by 1, by how much does their mean grow?
Hint: Every loss counts the same; the vector has the shape of `losses`.
Hint: `torch.full_like` makes it.
Wrong: With ones backward does what `losses.sum().backward()` does.
    torch.ones_like(losses)
Wrong: One number is no vector: the shape must be that of `losses`.
    torch.tensor(1 / losses.numel())
Wrong: A loss that is larger does not count more in a mean.
    losses / losses.numel()
Wrong: `len` counts rows; the mean is over every element.
    torch.full_like(losses, 1 / len(losses))
Right:
    torch.ones_like(losses) / losses.numel()
Right:
    torch.ones(losses.shape, device=losses.device).div(losses.numel())
Right:
    torch.ones_like(losses).mul(1 / losses.nelement())
See: torch.Tensor.backward, torch.full_like
"""

import pytest
import torch


def backward_of_the_mean(losses):
    """Leave in the leaves what losses.mean().backward() would leave."""
    vector = torch.full_like(losses, 1 / losses.numel())  # blank
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
