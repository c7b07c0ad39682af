"""A moving average of the weights walks behind, and does not tremble.

Near its goal, SGD trembles: each batch pulls another way. The average of the
last steps lies in the middle of that. It is a copy of the model, and after each
step it keeps `decay` of itself and takes the rest from the trained weight:

    weight    10     12      8
    average   10   10.2   9.98      decay 0.9

It is no part of the graph. Buffers are counts and statistics: they are copied.
"""

import copy

import pytest
import torch
import torch.nn.functional as F
from torch import nn
from torch.optim.swa_utils import AveragedModel, get_ema_multi_avg_fn

from koans import __


def update_average(average, model, decay):
    """Move `average`, a copy of the model, towards the model; copy its buffers."""
    __("move each averaged weight a part of the way, in place; copy the buffers")


@pytest.mark.parametrize("decay", [0.6, 0.95])
def test_it_is_torch_s_moving_average(device, decay):
    model = nn.Sequential(nn.Linear(3, 4), nn.BatchNorm1d(4), nn.Linear(4, 2))
    model = model.to(device)
    average = copy.deepcopy(model)
    theirs = AveragedModel(model, multi_avg_fn=get_ema_multi_avg_fn(decay))
    theirs.update_parameters(model)  # the first call copies
    optimizer = torch.optim.SGD(model.parameters(), lr=0.2)
    for _ in range(10):
        x = torch.randn(6, 3).to(device)
        optimizer.zero_grad()
        F.mse_loss(model(x), x[:, :2]).backward()
        optimizer.step()
        update_average(average, model, decay)
        theirs.update_parameters(model)
    torch.testing.assert_close(average.state_dict(), theirs.module.state_dict())


def test_it_trembles_less_than_the_model(device):
    goal = torch.linspace(-2, 2, 20, device=device)
    model = nn.Linear(20, 1, bias=False).to(device)
    average = copy.deepcopy(model)
    optimizer = torch.optim.SGD(model.parameters(), lr=0.15)
    for _ in range(150):
        x = torch.randn(32, 20).to(device)
        y = x @ goal + 2 * torch.randn(32).to(device)  # noise that nothing can learn
        optimizer.zero_grad()
        F.mse_loss(model(x).squeeze(-1), y).backward()
        optimizer.step()
        update_average(average, model, decay=0.97)
    error = (model.weight - goal).norm().item()
    averaged = (average.weight - goal).norm().item()
    assert averaged < 0.7 * error  # at most 0.49 with 50 seeds
