"""A penalty on a gradient trains only if the gradient was recorded.

A gradient penalty asks a critic to have slope 1 with respect to its input. The
slope depends on the weights, so the penalty could train them. But a gradient
comes as a bare number by default: the penalty is printed, is added to a loss
that has a graph, and pulls at nothing. No error says so.

Hint: Does `gradient` know that it depends on the weights?
Hint: One argument of `torch.autograd.grad` has the backward pass recorded.
Hint: `create_graph=True`
Wrong: That keeps the graph of the scores; the gradient's own is still not recorded.
    gradient = torch.autograd.grad(critic(x).sum(), x, retain_graph=True)[0]
Wrong: That makes a new leaf: the penalty's gradient ends there, short of the weights.
    gradient = torch.autograd.grad(critic(x).sum(), x)[0].requires_grad_()
Wrong: Recorded, but of the mean: each slope is divided by the batch size.
    gradient = torch.autograd.grad(critic(x).mean(), x, create_graph=True)[0]
Wrong: The critic itself would be pulled down, not its slope.
    gradient = critic(x)[:, None]
Right:
    scores = critic(x)
    gradient = torch.autograd.grad(scores, x, torch.ones_like(scores), create_graph=True)[0]
Right:
    (gradient,) = torch.autograd.grad(critic(x).sum(), [x], create_graph=True)
See: torch.autograd.grad
"""

import pytest
import torch


def slope_penalty(critic, x):
    """Return the mean of (|slope| - 1)**2 over the rows of x (batch, features).

    critic gives each row one score; the slope is the score's gradient along the row.
    """
    x = x.detach().requires_grad_()
    # broken: the penalty must pull at the critic's weights
    # gradient = torch.autograd.grad(critic(x).sum(), x)[0]
    gradient = torch.autograd.grad(critic(x).sum(), x, create_graph=True)[0]
    # end
    return (gradient.norm(dim=1) - 1).square().mean()


@pytest.mark.parametrize(("batch", "features"), [(3, 2), (6, 4)])
def test_the_penalty_pulls_at_the_weights(device, batch, features):
    x = torch.randn(batch, features).to(device)
    weights = torch.randn(features).to(device).requires_grad_()

    penalty = slope_penalty(lambda x: (x @ weights).square() / 2, x)
    penalty = penalty + 0 * weights.sum()  # a loss that has a graph in any case
    (found,) = torch.autograd.grad(penalty, weights)

    # along a row, the slope of (row @ w)**2 / 2 is (row @ w) * w
    slopes = (x @ weights).abs() * weights.norm()
    expected = (slopes - 1).square().mean()
    torch.testing.assert_close(penalty, expected)
    torch.testing.assert_close(found, torch.autograd.grad(expected, weights)[0])
