"""Every parameter has a path: the attributes on the way to it, with dots.

The path is how checkpoints, freezing rules and parameter groups name a weight.
A module lists its own parameters first, then those of each child, in the order
in which they were assigned. A class name is no part of a path, so renaming an
attribute breaks old checkpoints, and renaming a class does not.
"""

import torch
from torch import nn

from koans import __


class Encoder(nn.Module):
    def __init__(self):
        super().__init__()
        self.query = nn.Linear(4, 3, bias=False)
        self.key = nn.Linear(4, 3, bias=False)

    def forward(self, x):
        return self.query(x) * self.key(x)


class Classifier(nn.Module):
    def __init__(self):
        super().__init__()
        self.head = nn.Linear(3, 2)
        self.encoder = Encoder()
        self.temperature = nn.Parameter(torch.ones(()))

    def forward(self, x):
        return self.head(self.encoder(x)) / self.temperature


def test_the_path_of_every_parameter():
    names = [name for name, _ in Classifier().named_parameters()]
    assert names == __
