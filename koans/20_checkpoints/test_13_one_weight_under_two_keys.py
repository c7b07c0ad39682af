"""Tied weights are one tensor in the model, two keys in its state_dict.

A language model often reads and writes with the same matrix. `parameters()` names
it once, since it is trained once. The state_dict lists every path, so it is there
twice; the file knows that both are one memory, and stores it once. Tied is what
the code ties, not what the file says: a model that does not tie gets two copies.
"""

import torch
from torch import nn

from koans import __


class LanguageModel(nn.Module):
    def __init__(self, tie):
        super().__init__()
        self.read = nn.Embedding(30, 4)
        self.write = nn.Linear(4, 30, bias=False)
        if tie:
            self.write.weight = self.read.weight


def memories(tensors):
    return len({tensor.data_ptr() for tensor in tensors})


def test_how_many_of_each(tmp_path):
    tied, apart = LanguageModel(tie=True), LanguageModel(tie=False)
    torch.save(tied.state_dict(), tmp_path / "tied.pt")
    state = torch.load(tmp_path / "tied.pt")
    apart.load_state_dict(state)
    counts = [
        len(list(tied.parameters())),
        len(state),
        memories(state.values()),
        memories(apart.parameters()),
    ]
    assert counts == __
