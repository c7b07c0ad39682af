"""The parts that a model chooses among are all parts of it.

A model with one trunk and several heads picks the head by the name of the task.
A dict would do that, and hide the heads as a list does. Names given straight to
the module are no cure: `setattr(self, "trunk", head)` replaces the trunk. Heads
want a place of their own, where a name can clash with no other attribute.

Hint: What does for names what `nn.ModuleList` does for numbers?
Hint: `nn.ModuleDict` takes a dict of name and module.
Hint: `nn.ModuleDict({task: nn.Linear(width, n) for task, n in classes.items()})`
Wrong: A dict hides its layers: the optimizer will never hear of the heads.
    self.heads = {task: nn.Linear(width, n) for task, n in classes.items()}
Wrong: A ModuleList numbers its layers, and the tasks have names.
    self.heads = nn.ModuleList(nn.Linear(width, n) for n in classes.values())
Wrong: That registers each head on the model itself: `trunk` is taken already.
    self.heads = {}
    for task, n in classes.items():
        setattr(self, task, nn.Linear(width, n))
        self.heads[task] = getattr(self, task)
Wrong: One layer for all tasks: to train one head is to train them all.
    head = nn.Linear(width, max(classes.values()))
    self.heads = nn.ModuleDict({task: head for task in classes})
Wrong: These are weights without a layer: a head has to be called.
    self.heads = nn.ParameterDict(
        {task: torch.randn(n, width) for task, n in classes.items()}
    )
Right:
    self.heads = nn.ModuleDict()
    for task, n in classes.items():
        self.heads[task] = nn.Linear(width, n)
Right:
    self.heads = nn.ModuleDict()
    for task, n in classes.items():
        self.heads.add_module(task, nn.Linear(width, n))
See: torch.nn.ModuleDict
"""

import pytest
import torch
from torch import nn


class MultiTask(nn.Module):
    """A trunk (inputs -> width) and for each task a Linear (width -> classes)."""

    def __init__(self, inputs, width, classes):
        super().__init__()
        self.trunk = nn.Linear(inputs, width)
        # blank: self.heads, from which forward takes the head of a task
        self.heads = nn.ModuleDict(
            {task: nn.Linear(width, n) for task, n in classes.items()}
        )
        # end

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
