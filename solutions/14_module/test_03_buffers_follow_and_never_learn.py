"""A buffer belongs to the module's state, but the optimizer never sees it.

Some numbers are part of a model and not learned: a mean measured on the data,
a table, a mask. As a plain tensor such a number stays on the CPU when the model
moves to a GPU, and is missing from the checkpoint. As a Parameter it would be
trained away. `register_buffer` is for what lies between.

Hint: One of the three is a Parameter, one a buffer, one an ordinary attribute.
Hint: Which of them may an optimizer change?
Hint: A buffer is treated like a Parameter in two of the three questions.
Wrong: The mean is a buffer: it is saved and moved, and never trained.
    {
        "trained": ["scale", "mean"],
        "saved": ["scale", "mean"],
        "moved": ["scale", "mean"],
    }
Wrong: `to` goes through the books: a plain tensor is in none of them.
    {
        "trained": ["scale"],
        "saved": ["scale", "mean"],
        "moved": ["scale", "mean", "std"],
    }
Wrong: A buffer is saved with the rest; without it the loaded model would be another.
    {"trained": ["scale"], "saved": ["scale"], "moved": ["scale", "mean"]}
Wrong: A buffer moves with the rest: the input it meets has moved as well.
    {"trained": ["scale"], "saved": ["scale", "mean"], "moved": ["scale"]}
Right:
    dict(trained=["scale"], saved=["scale", "mean"], moved=["scale", "mean"])
See: torch.nn.Module.register_buffer
"""

import torch
from torch import nn


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
    assert found == {
        "trained": ["scale"],
        "saved": ["scale", "mean"],
        "moved": ["scale", "mean"],
    }  # blank
