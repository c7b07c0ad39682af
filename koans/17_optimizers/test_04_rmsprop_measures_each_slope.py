"""RMSprop learns how large each weight's gradients usually are.

A valley is steep across and flat along. One lr for both is too long for the one
and too short for the other. So each weight keeps an average of its squared
gradients; the root of that is their usual size. Divided by it, all weights walk
at about the same pace. `eps` keeps the division from exploding where there was
no gradient; torch adds it after the root.
"""

import copy

import pytest
import torch
from torch import nn

from koans import __


def rmsprop_step(parameters, squares, lr, alpha, eps):
    """Take RMSprop's step; `squares` is a list of averages, 0 at first, kept here."""
    __("average each squared gradient, then divide the gradient by its size")


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
