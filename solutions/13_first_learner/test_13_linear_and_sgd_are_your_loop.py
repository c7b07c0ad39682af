"""`nn.Linear` and `SGD` are what you have written by hand so far.

`nn.Linear` holds a weight and a bias, and `model(x)` is `x @ weight.T + bias`.
The optimizer holds the same two tensors: `zero_grad` clears their gradients, and
`step` moves them against their gradients, unrecorded and in place. One thing is
new: the weight has a row for each output, so the logits are a column (N, 1).

Hint: Five lines: logits, loss, clear, gradient, step.
Hint: The labels have shape (N,), so the column has to lose its last dim.
Hint: `logits = model(x).squeeze(-1)`; the loss is BCE with logits.
Wrong: A column against labels (N,): this loss refuses what does not match.
    loss = F.binary_cross_entropy_with_logits(model(x), passed)
    optimizer.zero_grad()
    loss.backward()
    optimizer.step()
Wrong: Nobody clears: the second step also walks along the first gradient.
    loss = F.binary_cross_entropy_with_logits(model(x).squeeze(-1), passed)
    loss.backward()
    optimizer.step()
Wrong: Cleared between backward and step: the optimizer finds nothing to walk along.
    loss = F.binary_cross_entropy_with_logits(model(x).squeeze(-1), passed)
    loss.backward()
    optimizer.zero_grad()
    optimizer.step()
Wrong: A gradient alone moves nothing: `step` is missing.
    loss = F.binary_cross_entropy_with_logits(model(x).squeeze(-1), passed)
    optimizer.zero_grad()
    loss.backward()
Wrong: Labels are not distances: the squared error of a logit is another loss.
    loss = F.mse_loss(model(x).squeeze(-1), passed)
    optimizer.zero_grad()
    loss.backward()
    optimizer.step()
Right:
    F.binary_cross_entropy_with_logits(model(x), passed[:, None]).backward()
    optimizer.step()
    optimizer.zero_grad()
Right:
    optimizer.zero_grad()
    logits = model(x)[:, 0]
    F.binary_cross_entropy_with_logits(logits, passed).backward()
    optimizer.step()
Right:
    logits = model(x).squeeze()
    loss = (F.softplus(logits) - passed * logits).mean()
    model.zero_grad()
    loss.backward()
    optimizer.step()
See: torch.nn.Linear, torch.optim.SGD, torch.optim.Optimizer.zero_grad
"""

import pytest
import torch
import torch.nn.functional as F
from torch import nn


def train(model, optimizer, x, passed, steps):
    """Train a linear model on x (N, features) and labels (N,), each 0.0 or 1.0."""
    for _ in range(steps):
        # blank: logits (N,), binary cross-entropy, clear, gradient, step
        logits = model(x).squeeze(-1)
        loss = F.binary_cross_entropy_with_logits(logits, passed)
        optimizer.zero_grad()
        loss.backward()
        optimizer.step()
        # end


@pytest.mark.essential
@pytest.mark.parametrize(("steps", "lr"), [(1, 0.3), (2, 0.1), (5, 0.3)])
@pytest.mark.parametrize("features", [2, 3])
def test_it_takes_the_steps_of_the_manual_loop(device, features, steps, lr):
    x = torch.randn(7, features).to(device)
    passed = (x[:, 0] > x[:, 1] - 0.5).float()
    model = nn.Linear(features, 1).to(device)
    weight, bias = model.weight[0].detach().clone(), model.bias[0].detach().clone()
    for _ in range(steps):
        error = (x @ weight + bias).sigmoid() - passed
        weight -= lr * x.T @ error / 7
        bias -= lr * error.mean()

    optimizer = torch.optim.SGD(model.parameters(), lr=lr)
    train(model, optimizer, x, passed, steps)

    torch.testing.assert_close(model.weight[0].detach(), weight)
    torch.testing.assert_close(model.bias[0].detach(), bias)
