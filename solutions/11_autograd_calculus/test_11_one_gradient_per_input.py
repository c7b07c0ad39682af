"""backward answers every input of forward, in the same order.

Autograd calls `backward` with one gradient per output and expects one answer
per input: a tensor of that input's shape, or None for an input that has no
gradient, such as a Python number. Matrix products tell you their transposes by
shape alone: the gradient of x (batch, features) must come out as (batch,
features).

Hint: forward takes three inputs besides `ctx`; how many does backward return?
Hint: Shapes: grad (batch, classes), weight (features, classes), x (batch, features).
Hint: grad @ weight.T and x.T @ grad, both divided by the temperature, then None.
Wrong: forward has three inputs: the temperature needs an answer, too.
    return grad @ weight.T / ctx.temperature, x.T @ grad / ctx.temperature
Wrong: The order is that of forward's inputs: x first.
    return x.T @ grad / ctx.temperature, grad @ weight.T / ctx.temperature, None
Wrong: The temperature divides in forward, so it divides in backward.
    return grad @ weight.T, x.T @ grad, None
Wrong: x has a row per example: its gradient is not averaged over the batch.
    grad_x = (grad @ weight.T / ctx.temperature).mean(dim=0).expand_as(x)
    return grad_x, x.T @ grad / ctx.temperature, None
Wrong: That is the product, not its slope: along x the slope is made of weight.
    return grad @ weight.T * ctx.temperature, x.T @ grad * ctx.temperature, None
Right:
    grad = grad / ctx.temperature
    return grad.mm(weight.t()), x.t().mm(grad), None
Right:
    scaled = grad / ctx.temperature
    grad_weight = torch.einsum("bf,bc->fc", x, scaled)
    return torch.einsum("bc,fc->bf", scaled, weight), grad_weight, None
See: torch.autograd.Function, torch.matmul
"""

import pytest
import torch


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
        # blank: return the gradient of each input of forward
        return grad @ weight.T / ctx.temperature, x.T @ grad / ctx.temperature, None
        # end


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
