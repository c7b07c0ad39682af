"""A state_dict is a flat dict: the path of each tensor, and the tensor.

The path is the way to it through attributes and indices, joined by dots. In it
go all parameters, frozen ones too, and all buffers but those registered with
`persistent=False`. Nothing else: no code, no shapes of layers, no plain
attribute. A module makes its entries first, then its children's, in the order
in which they were assigned.
"""

import torch
from torch import nn

from koans import __


class Scaler(nn.Module):
    def __init__(self):
        super().__init__()
        self.register_buffer("mean", torch.zeros(3))
        self.register_buffer("recent", torch.zeros(9, 3), persistent=False)


class PriceModel(nn.Module):
    def __init__(self):
        super().__init__()
        self.tax = 0.19
        self.scale = Scaler()
        self.mlp = nn.Sequential(
            nn.Linear(3, 4), nn.ReLU(), nn.Linear(4, 1, bias=False)
        )
        self.mlp[0].requires_grad_(False)


def test_which_keys_are_in_it():
    keys = list(PriceModel().state_dict())
    assert keys == __
