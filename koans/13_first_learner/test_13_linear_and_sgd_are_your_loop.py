"""`nn.Linear` and `SGD` are what you have written by hand so far.

`nn.Linear` holds a weight and a bias, and `model(x)` is `x @ weight.T + bias`.
The optimizer holds the same two tensors: `zero_grad` clears their gradients, and
`step` moves them against their gradients, unrecorded and in place. One thing is
new: the weight has a row for each output, so the logits are a column (N, 1).
"""

import pytest
import torch
import torch.nn.functional as F
from torch import nn

from koans import __


def train(model, optimizer, x, passed, steps):
    """Train a linear model on x (N, features) and labels (N,), each 0.0 or 1.0."""
    for _ in range(steps):
        __("logits (N,), binary cross-entropy, clear, gradient, step")


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
