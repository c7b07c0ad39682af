"""Adam averages gradients and their squares, and corrects the cold start.

    step             1      2      3     10      a gradient of 1 at each step
    average       0.10   0.19   0.27   0.65      beta 0.9, from 0
    corrected     1.00   1.00   1.00   1.00      average / (1 - beta**step)

An average that starts at 0 is too small at first; the factor it lacks is known.
Adam's step is the mean gradient over the root of the mean square, both
corrected. What is kept for the next step are the averages before correction.
"""

import copy

import pytest
import torch
from torch import nn

from koans import __


def adam_step(parameters, means, squares, step, lr, betas, eps):
    """Take Adam's step number `step`, from 1.

    means, squares: a list of averages each, 0 at first, kept up to date here.
    """
    beta1, beta2 = betas
    __("update both averages, correct copies of them, step")


@pytest.mark.essential
@pytest.mark.parametrize(
    ("betas", "eps"), [((0.9, 0.999), 1e-8), ((0.7, 0.9), 1e-8), ((0.9, 0.95), 0.01)]
)
def test_thirty_steps_are_those_of_torch(device, betas, eps):
    ours = nn.Sequential(nn.Linear(3, 4), nn.Tanh(), nn.Linear(4, 2))
    ours = ours.to(device, torch.float64)
    theirs = copy.deepcopy(ours)
    means = [torch.zeros_like(p) for p in ours.parameters()]
    squares = [torch.zeros_like(p) for p in ours.parameters()]
    optimizer = torch.optim.Adam(theirs.parameters(), lr=0.02, betas=betas, eps=eps)
    for step in range(1, 31):
        x = torch.randn(6, 3, dtype=torch.float64).to(device)
        for model in (ours, theirs):
            model.zero_grad()
            (model(x) - x[:, :2]).square().mean().backward()
        adam_step(list(ours.parameters()), means, squares, step, 0.02, betas, eps)
        optimizer.step()

    torch.testing.assert_close(list(ours.parameters()), list(theirs.parameters()))
    kept = [optimizer.state[p] for p in theirs.parameters()]
    torch.testing.assert_close(means, [state["exp_avg"] for state in kept])
    torch.testing.assert_close(squares, [state["exp_avg_sq"] for state in kept])
