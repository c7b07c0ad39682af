"""Without clearing, a step walks along every gradient so far.

`backward` adds to `.grad`, so that one step can use several losses. It cannot
know that a new step begins; only the loop knows. Left alone, the gradients of
weights that are long gone pile up, and every step also repeats all the earlier
ones. The loss may fall for a while all the same, which makes it hard to see.

Hint: Three things: a gradient, a move with it, and a clean slate for the next.
Hint: A clean slate is `parameter.grad = None`. It belongs after the move.
Hint: `loss.backward()`, then under no_grad for both: `-=`, then `grad = None`.
Wrong: Never cleared: the second step also walks along the first gradient.
    loss.backward()
    with torch.no_grad():
        for parameter in (weight, bias):
            parameter -= learning_rate * parameter.grad
Wrong: Both have moved, and both keep their gradients: the next ones are added to them.
    loss.backward()
    with torch.no_grad():
        weight -= learning_rate * weight.grad
        bias -= learning_rate * bias.grad
Wrong: Cleared before it was used: nothing is left to step along.
    loss.backward()
    with torch.no_grad():
        for parameter in (weight, bias):
            parameter.grad.zero_()
            parameter -= learning_rate * parameter.grad
Wrong: The bias still has its old gradients.
    loss.backward()
    with torch.no_grad():
        for parameter in (weight, bias):
            parameter -= learning_rate * parameter.grad
        weight.grad = None
Wrong: That moves the weight only: without its bias the model is not trained.
    loss.backward()
    with torch.no_grad():
        weight -= learning_rate * weight.grad
    weight.grad = None
Right:
    weight.grad = bias.grad = None
    loss.backward()
    with torch.no_grad():
        weight -= learning_rate * weight.grad
        bias -= learning_rate * bias.grad
Right:
    loss.backward()
    with torch.no_grad():
        for parameter in (weight, bias):
            parameter -= learning_rate * parameter.grad
            parameter.grad.zero_()
Right:
    gradients = torch.autograd.grad(loss, (weight, bias))
    with torch.no_grad():
        for parameter, gradient in zip((weight, bias), gradients):
            parameter -= learning_rate * gradient
Ban: SGD
See: torch.Tensor.backward, torch.Tensor.grad
"""

import pytest
import torch
import torch.nn.functional as F


def train(weight, bias, x, passed, learning_rate, steps):
    """Move weight (features,) and bias (), in place, down the loss on x."""
    for _ in range(steps):
        loss = F.binary_cross_entropy_with_logits(x @ weight + bias, passed)
        # blank: gradient, step, clear
        loss.backward()
        with torch.no_grad():
            for parameter in (weight, bias):
                parameter -= learning_rate * parameter.grad
                parameter.grad = None
        # end


@pytest.mark.parametrize(("steps", "rate"), [(1, 0.3), (2, 0.1), (5, 0.3)])
@pytest.mark.parametrize("features", [2, 3])
def test_each_step_follows_its_own_gradient(device, features, steps, rate):
    x = torch.randn(7, features).to(device)
    passed = (x[:, 0] > x[:, 1] - 0.5).float()
    weight = torch.randn(features).to(device).requires_grad_()
    bias = torch.tensor(0.5, device=device, requires_grad=True)
    expected_weight, expected_bias = weight.detach().clone(), bias.detach().clone()
    for _ in range(steps):
        error = (x @ expected_weight + expected_bias).sigmoid() - passed
        expected_weight -= rate * x.T @ error / 7
        expected_bias -= rate * error.mean()

    train(weight, bias, x, passed, learning_rate=rate, steps=steps)

    torch.testing.assert_close(weight.detach(), expected_weight)
    torch.testing.assert_close(bias.detach(), expected_bias)


def test_it_learns_who_passes(device):
    hours = torch.tensor([1.0, 2.0, 3.0, 5.0, 6.0, 8.0], device=device)
    passed = (hours > 4).float()
    weight = torch.zeros(1, device=device, requires_grad=True)
    bias = torch.zeros((), device=device, requires_grad=True)
    train(weight, bias, hours[:, None], passed, learning_rate=0.5, steps=100)
    assert ((weight * hours + bias > 0) == (hours > 4)).all()
