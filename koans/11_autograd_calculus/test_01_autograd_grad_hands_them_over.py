"""backward stores gradients; autograd.grad hands them over.

`loss.backward()` adds to the `.grad` of every leaf behind the loss, wanted or
not. A tool that only looks, for instance at how much each pixel matters, would
leave its gradients in the weights for the next optimizer step. With
`torch.autograd.grad(output, inputs)` you name what you want, get it as a tuple,
and nothing is stored anywhere.
"""

import pytest
import torch

from koans import __


def pixel_gradient(loss, pixels):
    """Return the gradient of the loss with respect to the pixels."""
    gradient = __
    return gradient


@pytest.mark.essential
@pytest.mark.parametrize("size", [3, 8])
def test_looking_changes_nothing(device, size):
    pixels = torch.rand(size).to(device).requires_grad_()
    weights = torch.randn(size).to(device).requires_grad_()
    weights.grad = torch.ones(size, device=device)  # from a backward pass before

    loss = (pixels * weights).exp().sum()
    gradient = pixel_gradient(loss, pixels)

    expected = (weights * (pixels * weights).exp()).detach()
    torch.testing.assert_close(gradient, expected)
    assert pixels.grad is None
    assert weights.grad.tolist() == size * [1.0]
