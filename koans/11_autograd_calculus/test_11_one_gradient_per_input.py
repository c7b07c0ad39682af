"""backward answers every input of forward, in the same order.

Autograd calls `backward` with one gradient per output and expects one answer
per input: a tensor of that input's shape, or None for an input that has no
gradient, such as a Python number. Matrix products tell you their transposes by
shape alone: the gradient of x (batch, features) must come out as (batch,
features).
"""

import pytest
import torch

from koans import __


class ScaledLinear(torch.autograd.Function):
    """x @ weight / temperature; temperature is a Python number."""

    @staticmethod
    def forward(ctx, x, weight, temperature):
        ctx.save_for_backward(x, weight)
        ctx.temperature = temperature  # no tensor: an attribute is the place for it
        return x @ weight / temperature

    @staticmethod
    def backward(ctx, grad):
        x, weight = ctx.saved_tensors
        __("return the gradient of each input of forward")


@pytest.mark.parametrize("temperature", [0.5, 3.0])
@pytest.mark.parametrize("sizes", [(2, 5, 3), (6, 4, 2), (3, 3, 3)])
def test_gradients_are_those_of_torch_s_own_operations(device, sizes, temperature):
    batch, features, classes = sizes
    x = torch.randn(batch, features).to(device).requires_grad_()
    weight = torch.randn(features, classes).to(device).requires_grad_()
    incoming = torch.randn(batch, classes).to(device)

    found = torch.autograd.grad(
        ScaledLinear.apply(x, weight, temperature), [x, weight], incoming
    )
    expected = torch.autograd.grad(x @ weight / temperature, [x, weight], incoming)
    torch.testing.assert_close(found, expected)
