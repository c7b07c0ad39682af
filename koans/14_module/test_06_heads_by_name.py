"""The parts that a model chooses among are all parts of it.

A model with one trunk and several heads picks the head by the name of the task.
A dict would do that, and hide the heads as a list does. Names given straight to
the module are no cure: `setattr(self, "trunk", head)` replaces the trunk. Heads
want a place of their own, where a name can clash with no other attribute.
"""

import pytest
import torch
from torch import nn

from koans import __


class MultiTask(nn.Module):
    """A trunk (inputs -> width) and for each task a Linear (width -> classes)."""

    def __init__(self, inputs, width, classes):
        super().__init__()
        self.trunk = nn.Linear(inputs, width)
        __("self.heads, from which forward takes the head of a task")

    def forward(self, x, task):
        return self.heads[task](self.trunk(x).relu())


@pytest.mark.parametrize("classes", [{"age": 7, "smile": 2}, {"wheels": 3, "trunk": 3}])
def test_only_the_head_that_was_asked_learns(device, classes):
    model = MultiTask(inputs=4, width=6, classes=classes).to(device)
    assert model.trunk.weight.shape == (6, 4)
    heads = {f"heads.{task}" for task in classes}
    assert heads <= {name for name, _ in model.named_modules()}

    asked = next(iter(classes))
    logits = model(torch.rand(5, 4, device=device), asked)
    assert logits.shape == (5, classes[asked])
    logits.sum().backward()
    moved = {name for name, p in model.named_parameters() if p.grad is not None}
    assert moved == {
        "trunk.weight",
        "trunk.bias",
        f"heads.{asked}.weight",
        f"heads.{asked}.bias",
    }
