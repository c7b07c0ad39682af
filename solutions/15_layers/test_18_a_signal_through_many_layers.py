"""Each layer multiplies the size of a signal, and there are many layers.

An output adds up fan_in products. So the mean square of the signal is multiplied
by fan_in * (variance of the weights), and relu then cuts away half of it. The
inits below draw weights of these variances, here with fan_in = fan_out = n:

    nn.Linear's default   1 / (3 n)
    Xavier                1 / n
    Kaiming               2 / n

Hint: First n times the variance of a weight. What does relu leave of it?
Hint: For Xavier n * 1 / n is 1, and relu leaves a half.
Hint: The default: n / (3 n) / 2. Kaiming: n * 2 / n / 2.
Wrong: relu leaves half of the mean square: Kaiming's 2 is there to pay for that.
    [1 / 3, 1, 2]
Wrong: Xavier does not know of relu: half of the signal is lost in each layer.
    [1 / 6, 1, 1]
Wrong: These are sizes, the roots; the question is for mean squares.
    [(1 / 6) ** 0.5, (1 / 2) ** 0.5, 1]
Wrong: The default is no Kaiming init for relu: its variance is a third over n.
    [1, 1 / 2, 1]
Right:
    [1 / 6, 0.5, 1.0]
Right:
    [0.167, 0.5, 1.0]
See: torch.nn.init.kaiming_normal_, torch.nn.init.xavier_normal_, torch.nn.Linear
"""

import pytest
import torch
from torch import nn


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
    assert found == pytest.approx([1 / 6, 1 / 2, 1], 0.05)  # blank: [1 / 6, 1 / 2, 1]
