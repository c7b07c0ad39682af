"""A custom Function decides for itself what its slope is.

In a `torch.autograd.Function`, `forward` computes and saves; `backward` is
given the gradient of the output and returns that of the input: one link of the
chain rule. It need not be the true slope. That of `sign` is 0 wherever it has
one, so weights of -1 and 1 could never be learned. The usual stand-in is the
slope of `clamp(x, -1, 1)`: 1 between -1 and 1, and 0 outside.
"""

import pytest
import torch

from koans import __


class BinarySign(torch.autograd.Function):
    """sign(x) forwards; backwards the slope of clamp(x, -1, 1)."""

    @staticmethod
    def forward(ctx, x):
        ctx.save_for_backward(x)
        return x.sign()

    @staticmethod
    def backward(ctx, grad_output):
        __("grad_input, from grad_output and what forward saved")
        return grad_input


@pytest.mark.essential
@pytest.mark.parametrize("shape", [(6,), (4, 5)])
def test_it_learns_as_clamp_does(device, shape):
    x = (2 * torch.randn(shape)).to(device).requires_grad_()
    weights = (3 * torch.randn(shape)).to(device)

    binary = BinarySign.apply(x)
    assert binary.tolist() == x.sign().tolist()

    (found,) = torch.autograd.grad((weights * binary).sum(), x)
    (expected,) = torch.autograd.grad((weights * x.clamp(-1, 1)).sum(), x)
    torch.testing.assert_close(found, expected)


@pytest.mark.essential
def test_weights_of_minus_one_and_one_can_be_learned(device):
    target = torch.tensor([1.0, -1.0, -1.0, 1.0], device=device)
    weights = torch.tensor([0.4, 0.3, -0.2, -0.5], device=device, requires_grad=True)
    for _ in range(20):
        loss = (BinarySign.apply(weights) - target).square().mean()
        (gradient,) = torch.autograd.grad(loss, weights)
        with torch.no_grad():
            weights -= 0.1 * gradient
    assert weights.sign().tolist() == target.tolist()
