"""A warm start takes the weights that fit, and says which ones do not.

A net trained on ten classes is a good start for three: all but the head can be
taken over. What fits is what has the same name and the same shape. A matching
name alone makes the load raise; a matching number of elements alone would fill a
matrix row by row with another one's columns. And the names of what stayed random
belong into the log: if it is more than the head, something is wrong.

Hint: Compare the file with `model.state_dict()`: the name, then the shape.
Hint: Load only what fits, with `strict=False`, for the rest is missing.
Hint: `fitting = {name: value ... if name in own and own[name].shape == value.shape}`
Wrong: A right name with a wrong shape raises, strict or not.
    own = model.state_dict()
    fitting = {name: value for name, value in saved.items() if name in own}
    model.load_state_dict(fitting, strict=False)
Wrong: As many elements are not the same shape: (4, 6) is not (6, 4).
    own = model.state_dict()
    fitting = {
        name: value.reshape(own[name].shape)
        for name, value in saved.items()
        if name in own and own[name].numel() == value.numel()
    }
    model.load_state_dict(fitting, strict=False)
Wrong: `update` puts other tensors into a dict; the model keeps its own.
    own = model.state_dict()
    fitting = {
        name: value
        for name, value in saved.items()
        if name in own and own[name].shape == value.shape
    }
    own.update(fitting)
Wrong: A strict load wants every key, and some do not fit.
    own = model.state_dict()
    fitting = {
        name: value
        for name, value in saved.items()
        if name in own and own[name].shape == value.shape
    }
    model.load_state_dict(fitting)
Wrong: Parameters are not all: the buffers of BatchNorm belong to what was learnt.
    own = dict(model.named_parameters())
    fitting = {
        name: value
        for name, value in saved.items()
        if name in own and own[name].shape == value.shape
    }
    model.load_state_dict(fitting, strict=False)
Right:
    fitting = dict(saved)
    for name, value in model.state_dict().items():
        if name in fitting and fitting[name].shape != value.shape:
            del fitting[name]
    fitting = {name: fitting[name] for name in model.state_dict() if name in fitting}
    model.load_state_dict(model.state_dict() | fitting)
Right:
    fitting = {}
    for name, value in model.state_dict().items():
        if name in saved and saved[name].shape == value.shape:
            value.copy_(saved[name])
            fitting[name] = value
See: torch.nn.Module.load_state_dict
"""

import torch
from torch import nn


def warm_start(model, saved):
    """Load into model whatever fits of saved; return the names that stay as they were."""
    # blank: load the dict `fitting`, all of saved that fits by name and shape
    own = model.state_dict()
    fitting = {
        name: value
        for name, value in saved.items()
        if name in own and own[name].shape == value.shape
    }
    model.load_state_dict(fitting, strict=False)
    # end
    return [name for name in model.state_dict() if name not in fitting]


def net(classes, hidden=4):
    layers = [nn.Linear(6, hidden), nn.BatchNorm1d(hidden), nn.Linear(hidden, 6)]
    return nn.Sequential(*layers, nn.ReLU(), nn.Linear(6, classes))


def trained(*args):
    model = net(*args)
    for _ in range(3):
        model(5 + torch.randn(8, 6))
    return model.state_dict()


def check(model, saved, stays):
    before = {name: value.clone() for name, value in model.state_dict().items()}
    assert warm_start(model, saved) == stays
    for name, value in model.state_dict().items():
        assert torch.equal(value, before[name] if name in stays else saved[name])


def test_all_but_the_head_is_taken_over():
    check(net(3), trained(10), stays=["4.weight", "4.bias"])
    check(net(10), trained(10), stays=[])


def test_a_name_alone_does_not_fit():
    saved = trained(10)
    saved["0.weight"] = saved["0.weight"].T.contiguous()
    saved["2.scale"] = saved.pop("2.weight")
    check(net(10), saved, stays=["0.weight", "2.weight"])
