"""`strict=False` forgives wrong names, and nothing else.

A key too many or too few is a matter of names. A tensor of another shape under
the right name is an error in any case. The dtype is no obstacle at all: the
numbers are converted to what the model has. And the error does not undo: when it
comes, after the last key, all that fitted has been copied already.
"""

import torch
from torch import nn

from koans import __


def raises(model, state):
    try:
        model.load_state_dict(state, strict=False)
    except RuntimeError:
        return True
    return False


def net(classes=3):
    return nn.Sequential(nn.Linear(4, 5), nn.ReLU(), nn.Linear(5, classes))


def test_what_a_forgiving_load_refuses():
    saved = net().state_dict()
    answers = [
        raises(net(), {name: saved[name] for name in saved if name != "0.bias"}),
        raises(net(), saved | {"2.scale": torch.ones(3)}),
        raises(net(classes=7), saved),
        raises(net(), {name: value.double() for name, value in saved.items()}),
    ]
    model = net(classes=7)
    first = model[0].weight.detach().clone()
    raises(model, saved)
    answers.append(torch.equal(model[0].weight, first))
    assert answers == __
