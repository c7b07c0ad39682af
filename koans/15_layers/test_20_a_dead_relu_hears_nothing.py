"""A relu that is off for every example cuts its unit off from learning.

The slope of relu is 1 where its input is positive and 0 elsewhere. A unit learns
from the examples that switch it on. If a large step has pushed its bias so far
down that none does, its gradient is zero from then on, and no step brings it
back. A leaky relu keeps a small slope below zero, and with it a way back.
"""

import torch
from torch import nn

from koans import __


def slopes_of_biases(activation, device):
    """Return the gradient of each unit's bias, over three examples."""
    units = nn.Linear(1, 3).to(device)
    nn.init.ones_(units.weight)
    with torch.no_grad():
        units.bias.copy_(torch.tensor([0.0, -2.5, -100.0]))
    examples = torch.tensor([[1.0], [2.0], [3.0]], device=device)
    activation(units(examples)).sum().backward()
    return units.bias.grad.tolist()


def test_what_three_units_are_told(device):
    found = {
        "relu": slopes_of_biases(nn.ReLU(), device),
        "leaky": slopes_of_biases(nn.LeakyReLU(0.25), device),
    }
    assert found == __
