"""A wrapped model saves its keys under the wrapper's name.

DataParallel and DistributedDataParallel hold your model in an attribute `module`,
a compiled model in `_orig_mod`. Save through the wrapper, and every key begins
with that name; the plain model then knows none of them. Wrappers nest, in any
order. But a layer of yours may have such a name as well, further inside.

Hint: Only the beginning of a key can be a wrapper's name.
Hint: `str.removeprefix` takes one name off; wrappers may be nested.
Hint: Take names off while every key begins with one of the two.
Wrong: That is one wrapper's name only; the other one's stays.
    state = {key.removeprefix("module."): value for key, value in state.items()}
Wrong: `replace` also cuts inside of names: "submodule.weight" becomes "subweight".
    state = {
        key.replace("module.", "").replace("_orig_mod.", ""): value
        for key, value in state.items()
    }
Wrong: In this order only: compiled inside, parallel outside.
    state = {
        key.removeprefix("module.").removeprefix("_orig_mod."): value
        for key, value in state.items()
    }
Wrong: Off comes whatever stands first, wrapper or not.
    state = {key.split(".", 1)[1]: value for key, value in state.items()}
Wrong: `lstrip` takes a set of letters, not a word: it eats into other names.
    state = {key.lstrip("module.").lstrip("_orig_mod."): v for key, v in state.items()}
Wrong: One key of your own may begin so, others not: then it is no wrapper.
    for name in 2 * WRAPPERS:
        state = {key.removeprefix(name): value for key, value in state.items()}
Right:
    import re

    pattern = re.compile("|".join(map(re.escape, WRAPPERS)))
    while state and all(pattern.match(key) for key in state):
        state = {pattern.sub("", key, count=1): value for key, value in state.items()}
Right:
    def name_of_wrapper():
        names = {key.split(".")[0] + "." for key in state}
        return names.pop() if len(names) == 1 and names <= set(WRAPPERS) else None

    while name := name_of_wrapper():
        state = {key[len(name) :]: value for key, value in state.items()}
See: torch.nn.DataParallel, torch.compile
"""

import pytest
import torch
from torch import nn

WRAPPERS = ("module.", "_orig_mod.")


def unwrapped(state):
    """Return state with the plain model's keys, whatever wrappers it was saved in."""
    # blank: as long as all keys begin with a wrapper's name, take it off
    while state and all(key.startswith(WRAPPERS) for key in state):
        state = {key.split(".", 1)[1]: value for key, value in state.items()}
    # end
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
