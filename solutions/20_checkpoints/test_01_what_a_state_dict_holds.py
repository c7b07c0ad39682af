"""A state_dict is a flat dict: the path of each tensor, and the tensor.

The path is the way to it through attributes and indices, joined by dots. In it
go all parameters, frozen ones too, and all buffers but those registered with
`persistent=False`. Nothing else: no code, no shapes of layers, no plain
attribute. A module makes its entries first, then its children's, in the order
in which they were assigned.

Hint: Which of the three attributes are modules, parameters or buffers?
Hint: A relu has no tensors, and has an index all the same.
Hint: The buffer of the child `scale` comes first: "scale.mean".
Wrong: The relu is number 1 in the Sequential, so the last layer is number 2.
    ["scale.mean", "mlp.0.weight", "mlp.0.bias", "mlp.1.weight"]
Wrong: Frozen means not trained; it is saved all the same.
    ["scale.mean", "mlp.2.weight"]
Wrong: `recent` is a buffer that asks not to be saved, and `bias=False` makes no bias.
    [
        "scale.mean",
        "scale.recent",
        "mlp.0.weight",
        "mlp.0.bias",
        "mlp.2.weight",
        "mlp.2.bias",
    ]
Wrong: A plain number is no parameter and no buffer: it is left out.
    ["tax", "scale.mean", "mlp.0.weight", "mlp.0.bias", "mlp.2.weight"]
See: torch.nn.Module.state_dict, torch.nn.Module.register_buffer
"""

import torch
from torch import nn


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
    assert keys == ["scale.mean", "mlp.0.weight", "mlp.0.bias", "mlp.2.weight"]  # blank
