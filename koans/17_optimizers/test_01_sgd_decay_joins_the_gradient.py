"""SGD's weight decay is one more gradient: it points at the weight itself.

A cost of `weight_decay / 2 * weight**2` in the loss would keep the weights small.
Its slope is so short that nobody needs autograd for it: `weight_decay * weight`.
The optimizer adds it to the gradient on the way, unseen by your loss and your
`.grad`. Each step shrinks all weights a little; what nothing needs fades to 0.
"""

import copy

import pytest
import torch
from torch import nn

from koans import __


def sgd_step(parameters, lr, weight_decay):
    """Take SGD's step on each parameter, from its `.grad`, in place."""
    __("take lr * (gradient + decay) off each parameter, unrecorded")


@pytest.mark.parametrize(("lr", "weight_decay"), [(0.1, 0.0), (0.05, 0.3)])
def test_thirty_steps_are_those_of_torch(device, lr, weight_decay):
    ours = nn.Sequential(nn.Linear(3, 4), nn.Tanh(), nn.Linear(4, 2))
    ours = ours.to(device, torch.float64)
    theirs = copy.deepcopy(ours)
    optimizer = torch.optim.SGD(theirs.parameters(), lr, weight_decay=weight_decay)
    for _ in range(30):
        x = torch.randn(6, 3, dtype=torch.float64).to(device)
        for model in (ours, theirs):
            model.zero_grad()
            (model(x) - x[:, :2]).square().mean().backward()
        sgd_step(list(ours.parameters()), lr, weight_decay)
        optimizer.step()

    for our, their in zip(ours.parameters(), theirs.parameters()):
        torch.testing.assert_close(our, their)
        torch.testing.assert_close(our.grad, their.grad)
