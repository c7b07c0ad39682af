"""Every parameter has a path: the attributes on the way to it, with dots.

The path is how checkpoints, freezing rules and parameter groups name a weight.
A module lists its own parameters first, then those of each child, in the order
in which they were assigned. A class name is no part of a path, so renaming an
attribute breaks old checkpoints, and renaming a class does not.

Hint: Follow the attributes from `Classifier` down to each Parameter.
Hint: A Linear without a bias holds one Parameter, named `weight`.
Hint: `temperature` is the classifier's own, so it comes before those of its children.
Wrong: Its own parameters come first, wherever they are assigned.
    [
        "head.weight",
        "head.bias",
        "encoder.query.weight",
        "encoder.key.weight",
        "temperature",
    ]
Wrong: A path is made of attribute names, not of class names.
    [
        "temperature",
        "Linear.weight",
        "Linear.bias",
        "Encoder.query.weight",
        "Encoder.key.weight",
    ]
Wrong: The path has every attribute on the way, `encoder` as well.
    ["temperature", "head.weight", "head.bias", "query.weight", "key.weight"]
Wrong: Children are listed in the order of assignment, not of use in `forward`.
    [
        "temperature",
        "encoder.query.weight",
        "encoder.key.weight",
        "head.weight",
        "head.bias",
    ]
Wrong: `bias=False` leaves no bias to be named.
    [
        "temperature",
        "head.weight",
        "head.bias",
        "encoder.query.weight",
        "encoder.query.bias",
        "encoder.key.weight",
        "encoder.key.bias",
    ]
See: torch.nn.Module.named_parameters
"""

import torch
from torch import nn


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
    assert names == [
        "temperature",
        "head.weight",
        "head.bias",
        "encoder.query.weight",
        "encoder.key.weight",
    ]  # blank
