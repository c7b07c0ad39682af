"""Momentum steps along a fading sum of all gradients so far.

    gradient      1      1      1     -1     -1
    velocity      1    1.9   2.71   1.44   0.30      momentum 0.9

The old sum fades by `momentum`, the new gradient is added in full. Where the
gradients agree, the velocity grows to ten times one of them; where they jump
from side to side, they cancel. torch multiplies by lr after the sum, at the
step: a schedule that lowers lr brakes at once.
"""

import copy

import pytest
import torch
from torch import nn

from koans import __


def momentum_step(parameters, velocities, lr, momentum):
    """Take SGD's step with momentum; `velocities` is a list of tensors, 0 at first."""
    __("update each velocity and keep it, then step along it")


@pytest.mark.parametrize("momentum", [0.5, 0.9])
def test_thirty_steps_are_those_of_torch(device, momentum):
    ours = nn.Sequential(nn.Linear(3, 4), nn.Tanh(), nn.Linear(4, 2))
    ours = ours.to(device, torch.float64)
    theirs = copy.deepcopy(ours)
    velocities = [torch.zeros_like(p) for p in ours.parameters()]
    optimizer = torch.optim.SGD(theirs.parameters(), lr=0.1, momentum=momentum)
    for step in range(30):
        x = torch.randn(6, 3, dtype=torch.float64).to(device)
        for model in (ours, theirs):
            model.zero_grad()
            (model(x) - x[:, :2]).square().mean().backward()
        lr = optimizer.param_groups[0]["lr"] = 0.1 / (1 + step % 4)  # a schedule
        momentum_step(list(ours.parameters()), velocities, lr, momentum)
        optimizer.step()

    torch.testing.assert_close(list(ours.parameters()), list(theirs.parameters()))
    theirs_kept = [optimizer.state[p]["momentum_buffer"] for p in theirs.parameters()]
    torch.testing.assert_close(velocities, theirs_kept)
