"""A wrapped model saves its keys under the wrapper's name.

DataParallel and DistributedDataParallel hold your model in an attribute `module`,
a compiled model in `_orig_mod`. Save through the wrapper, and every key begins
with that name; the plain model then knows none of them. Wrappers nest, in any
order. But a layer of yours may have such a name as well, further inside.
"""

import pytest
import torch
from torch import nn

from koans import __

WRAPPERS = ("module.", "_orig_mod.")


def unwrapped(state):
    """Return state with the plain model's keys, whatever wrappers it was saved in."""
    __("as long as all keys begin with a wrapper's name, take it off")
    return state


class Reader(nn.Module):
    def __init__(self):
        super().__init__()
        self.submodule = nn.Linear(3, 2)
        self.module = nn.Linear(2, 4)
        self.mode = nn.Linear(4, 1)


def parallel(model):
    return nn.DataParallel(model)


def compiled(model):  # the keys that torch.compile makes, without its long import
    return nn.ModuleDict({"_orig_mod": model})


@pytest.mark.parametrize(
    "wrappers",
    [
        [],
        [parallel],
        [compiled],
        [compiled, parallel],
        [parallel, compiled],
        [parallel, compiled, parallel],
    ],
)
def test_every_weight_finds_its_place_again(wrappers):
    trained = wrapped = Reader()
    for wrap in wrappers:
        wrapped = wrap(wrapped)
    model = Reader()
    model.load_state_dict(unwrapped(wrapped.state_dict()))
    for name, value in trained.state_dict().items():
        assert torch.equal(model.state_dict()[name], value)
