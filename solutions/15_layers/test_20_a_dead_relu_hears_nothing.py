"""A relu that is off for every example cuts its unit off from learning.

The slope of relu is 1 where its input is positive and 0 elsewhere. A unit learns
from the examples that switch it on. If a large step has pushed its bias so far
down that none does, its gradient is zero from then on, and no step brings it
back. A leaky relu keeps a small slope below zero, and with it a way back.

Hint: The loss is a sum, so each example adds the slope of the activation.
Hint: The three examples are 1, 2 and 3; count those with `x + bias` above zero.
Hint: Where relu adds 0, the leaky one adds 0.25.
Wrong: A unit that is off gets no gradient from that example: its slope there is 0.
    {"relu": [3.0, 3.0, 3.0], "leaky": [3.0, 3.0, 3.0]}
Wrong: Below zero the leaky relu adds its slope as well, a quarter per example.
    {"relu": [3.0, 1.0, 0.0], "leaky": [3.0, 1.0, 0.75]}
Wrong: Off is not the same as negative: below zero the slope is 0.25, not -0.25.
    {"relu": [3.0, 1.0, 0.0], "leaky": [3.0, 0.5, -0.75]}
Wrong: A bias adds 1 to its unit, whatever x is: count the examples.
    {"relu": [6.0, 3.0, 0.0], "leaky": [6.0, 3.75, 1.5]}
Wrong: 2 - 2.5 is below zero: the second unit is on for one example only.
    {"relu": [3.0, 2.0, 0.0], "leaky": [3.0, 2.25, 0.75]}
See: torch.nn.ReLU, torch.nn.LeakyReLU
"""

import torch
from torch import nn


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
    assert found == {"relu": [3.0, 1.0, 0.0], "leaky": [3.0, 1.5, 0.75]}  # blank
