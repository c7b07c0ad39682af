"""A warm start takes the weights that fit, and says which ones do not.

A net trained on ten classes is a good start for three: all but the head can be
taken over. What fits is what has the same name and the same shape. A matching
name alone makes the load raise; a matching number of elements alone would fill a
matrix row by row with another one's columns. And the names of what stayed random
belong into the log: if it is more than the head, something is wrong.
"""

import torch
from torch import nn

from koans import __


def warm_start(model, saved):
    """Load into model whatever fits of saved; return the names that stay as they were."""
    __("load the dict `fitting`, all of saved that fits by name and shape")
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
