"""A buffer belongs to the module's state, but the optimizer never sees it.

Some numbers are part of a model and not learned: a mean measured on the data,
a table, a mask. As a plain tensor such a number stays on the CPU when the model
moves to a GPU, and is missing from the checkpoint. As a Parameter it would be
trained away. `register_buffer` is for what lies between.
"""

import torch
from torch import nn

from koans import __


class Standardize(nn.Module):
    """Returns the readings in units of their spread, times a learned scale."""

    def __init__(self, readings):
        super().__init__()
        self.scale = nn.Parameter(torch.ones(readings.shape[1]))
        self.register_buffer("mean", readings.mean(dim=0))
        self.std = readings.std(dim=0)

    def forward(self, readings):
        return self.scale * (readings - self.mean) / self.std


def test_who_is_trained_saved_and_moved():
    model = Standardize(torch.rand(20, 3))
    model.to("meta")  # a device that every machine has
    tensors = {"scale": model.scale, "mean": model.mean, "std": model.std}
    found = {
        "trained": [name for name, _ in model.named_parameters()],
        "saved": list(model.state_dict()),
        "moved": [name for name, tensor in tensors.items() if tensor.is_meta],
    }
    assert found == __
