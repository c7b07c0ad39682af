"""Hidden units that start alike are told the same, step after step.

The gradient of a unit's weights is a product: its input, the slope of its relu,
and the weight with which the next layer listens to it. Two units that agree in
all three get the same gradient, and agree after the step as well: a hundred of
them are one. Random weights are there to make units differ.
"""

import torch
from torch import nn

from koans import __


def slopes_of_hidden_units(hidden, listeners, device):
    """Return the gradient of the first weight (2 units, 2 inputs)."""
    model = nn.Sequential(
        nn.Linear(2, 2, bias=False), nn.ReLU(), nn.Linear(2, 1, bias=False)
    ).to(device)
    nn.init.constant_(model[0].weight, hidden)
    with torch.no_grad():
        model[2].weight.copy_(torch.tensor([listeners]))
    model(torch.tensor([1.0, 2.0], device=device)).sum().backward()
    return model[0].weight.grad.tolist()


def test_what_two_units_are_told(device):
    found = [
        slopes_of_hidden_units(hidden=0.0, listeners=[0.0, 0.0], device=device),
        slopes_of_hidden_units(hidden=1.0, listeners=[1.0, 1.0], device=device),
        slopes_of_hidden_units(hidden=1.0, listeners=[1.0, 3.0], device=device),
    ]
    assert found == __
