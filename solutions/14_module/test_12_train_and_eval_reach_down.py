"""`train` and `eval` turn a module's switch and every switch inside it.

There is no mode of the model as a whole: each module has a switch of its own,
`training`, and the two methods turn it, from the module they are called on
downwards. Nothing goes upwards. So `model.train()` at the top of an epoch also
switches back on what somebody had put in eval mode for good.

Hint: Follow the four switches line by line; the last call wins.
Hint: A call on `backbone` reaches `norm`, and neither `model` nor `head`.
Hint: A call on `model` reaches all four, whatever they were before.
Wrong: `eval` of the backbone reaches what is inside it, not the model around it.
    [
        ["head"],
        ["model", "backbone", "norm", "head"],
        ["head"],
    ]
Wrong: `model.train()` reaches everything inside: it forgets who was in eval mode.
    [
        ["model", "head"],
        ["model", "head"],
        ["head"],
    ]
Wrong: The norm lies inside the backbone, and goes with it.
    [
        ["model", "norm", "head"],
        ["model", "backbone", "norm", "head"],
        ["head"],
    ]
Wrong: `head.train()` says nothing to the model around the head.
    [
        ["model", "head"],
        ["model", "backbone", "norm", "head"],
        ["model", "head"],
    ]
See: torch.nn.Module.train, torch.nn.Module.eval
"""

import pytest
from torch import nn


class Backbone(nn.Module):
    def __init__(self):
        super().__init__()
        self.norm = nn.BatchNorm1d(4)


class Model(nn.Module):
    def __init__(self):
        super().__init__()
        self.backbone = Backbone()
        self.head = nn.Linear(4, 2)


@pytest.mark.essential
def test_who_is_in_train_mode():
    model = Model()
    modules = {
        "model": model,
        "backbone": model.backbone,
        "norm": model.backbone.norm,
        "head": model.head,
    }

    def in_train_mode():
        return [name for name, module in modules.items() if module.training]

    assert in_train_mode() == list(modules)  # every module starts in train mode
    found = []
    model.backbone.eval()
    found.append(in_train_mode())
    model.train()
    found.append(in_train_mode())
    model.eval()
    model.head.train()
    found.append(in_train_mode())
    assert found == [
        ["model", "head"],
        ["model", "backbone", "norm", "head"],
        ["head"],
    ]  # blank
