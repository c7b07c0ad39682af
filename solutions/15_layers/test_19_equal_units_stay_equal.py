"""Hidden units that start alike are told the same, step after step.

The gradient of a unit's weights is a product: its input, the slope of its relu,
and the weight with which the next layer listens to it. Two units that agree in
all three get the same gradient, and agree after the step as well: a hundred of
them are one. Random weights are there to make units differ.

Hint: The gradient of a unit's weights: listener's weight * relu's slope * input.
Hint: The input is [1, 2]. With all zeros, which factor is zero?
Hint: In the last network the second unit is listened to three times as loudly.
Wrong: With all zeros nobody listens to the units: no gradient comes back.
    [[[1, 2], [1, 2]], [[1, 2], [1, 2]], [[1, 2], [3, 6]]]
Wrong: Equal weights do get a gradient: all get the same.
    [[[0, 0], [0, 0]], [[0, 0], [0, 0]], [[1, 2], [3, 6]]]
Wrong: One differing layer is enough: it listens to equal units differently.
    [[[0, 0], [0, 0]], [[1, 2], [1, 2]], [[1, 2], [1, 2]]]
Wrong: Each row is the input, [1, 2], times how loudly its unit is listened to.
    [[[0, 0], [0, 0]], [[1, 1], [2, 2]], [[1, 3], [2, 6]]]
See: torch.nn.init.zeros_, torch.nn.init.ones_
"""

import torch
from torch import nn


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
    assert found == [
        [[0, 0], [0, 0]],
        [[1, 2], [1, 2]],
        [[1, 2], [3, 6]],
    ]  # blank
