"""RMSprop learns how large each weight's gradients usually are.

A valley is steep across and flat along. One lr for both is too long for the one
and too short for the other. So each weight keeps an average of its squared
gradients; the root of that is their usual size. Divided by it, all weights walk
at about the same pace. `eps` keeps the division from exploding where there was
no gradient; torch adds it after the root.

Hint: Two lines: the average of squares, kept in place; then the step.
Hint: The old average keeps the weight `alpha`; the new square gets the rest.
Hint: `square.lerp_(parameter.grad**2, 1 - alpha)`; divide by `square.sqrt() + eps`.
Wrong: That gives the new square the weight alpha: the average hardly remembers.
    with torch.no_grad():
        for parameter, square in zip(parameters, squares):
            square.lerp_(parameter.grad**2, alpha)
            parameter -= lr * parameter.grad / (square.sqrt() + eps)
Wrong: Inside the root a small eps counts for much more; torch adds it outside.
    with torch.no_grad():
        for parameter, square in zip(parameters, squares):
            square.lerp_(parameter.grad**2, 1 - alpha)
            parameter -= lr * parameter.grad / (square + eps).sqrt()
Wrong: Without the root, a large gradient makes a small step: the units are wrong.
    with torch.no_grad():
        for parameter, square in zip(parameters, squares):
            square.lerp_(parameter.grad**2, 1 - alpha)
            parameter -= lr * parameter.grad / (square + eps)
Wrong: Summed for ever (Adagrad), the squares only grow and the steps die out.
    with torch.no_grad():
        for parameter, square in zip(parameters, squares):
            square.add_(parameter.grad**2)
            parameter -= lr * parameter.grad / (square.sqrt() + eps)
Wrong: An average of gradients is near 0 where they change sign: not their size.
    with torch.no_grad():
        for parameter, square in zip(parameters, squares):
            square.lerp_(parameter.grad, 1 - alpha)
            parameter -= lr * parameter.grad / (square.abs() + eps)
Wrong: The gradient of this step belongs into the average before it is divided.
    with torch.no_grad():
        for parameter, square in zip(parameters, squares):
            parameter -= lr * parameter.grad / (square.sqrt() + eps)
            square.lerp_(parameter.grad**2, 1 - alpha)
Right:
    with torch.no_grad():
        for parameter, square in zip(parameters, squares):
            square.mul_(alpha).add_((1 - alpha) * parameter.grad.square())
            parameter -= lr * parameter.grad / (square.sqrt() + eps)
Right:
    with torch.no_grad():
        for parameter, square in zip(parameters, squares):
            gradient = parameter.grad
            square.mul_(alpha).addcmul_(gradient, gradient, value=1 - alpha)
            parameter.addcdiv_(gradient, square.sqrt().add_(eps), value=-lr)
Ban: optim, RMSprop, rmsprop
See: torch.optim.RMSprop
"""

import copy

import pytest
import torch
from torch import nn


def rmsprop_step(parameters, squares, lr, alpha, eps):
    """Take RMSprop's step; `squares` is a list of averages, 0 at first, kept here."""
    # blank: average each squared gradient, then divide the gradient by its size
    with torch.no_grad():
        for parameter, square in zip(parameters, squares):
            square.lerp_(parameter.grad**2, 1 - alpha)
            parameter -= lr * parameter.grad / (square.sqrt() + eps)
    # end


@pytest.mark.parametrize(("alpha", "eps"), [(0.9, 0.01), (0.99, 1e-8)])
def test_thirty_steps_are_those_of_torch(device, alpha, eps):
    ours = nn.Sequential(nn.Linear(3, 4), nn.Tanh(), nn.Linear(4, 2))
    ours = ours.to(device, torch.float64)
    theirs = copy.deepcopy(ours)
    squares = [torch.zeros_like(p) for p in ours.parameters()]
    optimizer = torch.optim.RMSprop(theirs.parameters(), 0.01, alpha=alpha, eps=eps)
    for _ in range(30):
        x = torch.randn(6, 3, dtype=torch.float64).to(device)
        for model in (ours, theirs):
            model.zero_grad()
            (model(x) - x[:, :2]).square().mean().backward()
        rmsprop_step(list(ours.parameters()), squares, 0.01, alpha, eps)
        optimizer.step()
    torch.testing.assert_close(list(ours.parameters()), list(theirs.parameters()))


def test_it_walks_along_a_narrow_valley(device):
    steepness = torch.tensor([1.0, 10_000.0], device=device)  # along, across
    w = torch.ones(2, device=device, requires_grad=True)
    squares = [torch.zeros_like(w)]
    for _ in range(100):
        w.grad = steepness * w.detach()
        rmsprop_step([w], squares, lr=0.02, alpha=0.9, eps=1e-8)
    assert w.abs().max() < 0.03  # SGD with its longest stable lr: 0.98
