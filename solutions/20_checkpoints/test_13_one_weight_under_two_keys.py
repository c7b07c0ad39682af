"""Tied weights are one tensor in the model, two keys in its state_dict.

A language model often reads and writes with the same matrix. `parameters()` names
it once, since it is trained once. The state_dict lists every path, so it is there
twice; the file knows that both are one memory, and stores it once. Tied is what
the code ties, not what the file says: a model that does not tie gets two copies.

Hint: `parameters()` skips what it has already named; a dict has a key per path.
Hint: `torch.save` writes each storage once, and `load` gives it to both keys again.
Hint: Loading copies numbers into the weights that the model has. How many has `apart`?
Wrong: Two paths, one tensor: `parameters()` gives it once.
    [2, 2, 1, 2]
Wrong: A state_dict lists by path, and there are two paths to it.
    [1, 1, 1, 2]
Wrong: The file keeps the sharing: both keys come back on one memory.
    [1, 2, 2, 2]
Wrong: Loading does not tie: `apart` had two matrices before, and has two after.
    [1, 2, 1, 1]
See: torch.nn.Module.state_dict, torch.save, torch.nn.Module.parameters
"""

import torch
from torch import nn


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
    assert counts == [1, 2, 1, 2]  # blank
