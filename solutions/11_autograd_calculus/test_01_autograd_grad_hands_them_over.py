"""backward stores gradients; autograd.grad hands them over.

`loss.backward()` adds to the `.grad` of every leaf behind the loss, wanted or
not. A tool that only looks, for instance at how much each pixel matters, would
leave its gradients in the weights for the next optimizer step. With
`torch.autograd.grad(output, inputs)` you name what you want, get it as a tuple,
and nothing is stored anywhere.

Hint: `weights.grad` holds a gradient already, and must hold the same afterwards.
Hint: `torch.autograd.grad` returns a tuple, even for a single input.
Hint: `torch.autograd.grad(loss, pixels)[0]`
Wrong: backward also adds to `weights.grad`: the next step would go elsewhere.
    (loss.backward(), pixels.grad)[1]
Wrong: Now the weights are spared, but the gradient is stored in `pixels.grad`.
    (loss.backward(inputs=[pixels]), pixels.grad)[1]
Wrong: That is a tuple of one gradient: take it out.
    torch.autograd.grad(loss, pixels)
Wrong: First what is differentiated, then by what: that asks the other way round.
    torch.autograd.grad(pixels, loss)[0]
Right:
    torch.autograd.grad(loss, [pixels])[0]
Right:
    torch.autograd.grad(outputs=loss, inputs=pixels)[0]
See: torch.autograd.grad
"""

import pytest
import torch


def pixel_gradient(loss, pixels):
    """Return the gradient of the loss with respect to the pixels."""
    gradient = torch.autograd.grad(loss, pixels)[0]  # blank
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
