"""Each layer multiplies the size of a signal, and there are many layers.

An output adds up fan_in products. So the mean square of the signal is multiplied
by fan_in * (variance of the weights), and relu then cuts away half of it. The
inits below draw weights of these variances, here with fan_in = fan_out = n:

    nn.Linear's default   1 / (3 n)
    Xavier                1 / n
    Kaiming               2 / n
"""

import pytest
import torch
from torch import nn

from koans import __


def growth(init, device):
    """Return by how much one layer and a relu multiply the mean square."""
    linear = nn.Linear(300, 300, bias=False).to(device)
    init(linear.weight)
    signal = torch.randn(300, 300).to(device)
    with torch.no_grad():
        after = linear(signal).relu()
    return (after.square().mean() / signal.square().mean()).item()


def keep_the_default(weight):
    """Leave the weights that nn.Linear has drawn."""


def test_by_how_much_the_signal_grows(device):
    inits = [keep_the_default, nn.init.xavier_normal_, nn.init.kaiming_normal_]
    found = [growth(init, device) for init in inits]
    # within 5 %
    assert found == pytest.approx(__, 0.05)
