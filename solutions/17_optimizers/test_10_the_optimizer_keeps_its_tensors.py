"""An optimizer trains the tensors it was given, not what came later.

    optimizer  -->  backbone, old head          model  -->  backbone, new head

The list of parameters is read once, when the optimizer is made. A head that is
put in later is in nobody's list: it gets a gradient at every step and never
moves. The backbone still learns, so the loss still falls, only not as far.

Hint: Which tensors does the optimizer hold in the line after the swap?
Hint: The order of two lines decides. Or tell the optimizer of the new ones.
Hint: First `model.head = ...`, then the optimizer.
Wrong: Now the head is trained, but the backbone is in no list.
    model.head = nn.Linear(model.head.in_features, classes, device=x.device)
    optimizer = torch.optim.SGD(model.head.parameters(), lr=0.3)
Wrong: The new head joins with its weight alone; its bias never moves.
    optimizer = torch.optim.SGD(model.parameters(), lr=0.3)
    model.head = nn.Linear(model.head.in_features, classes, device=x.device)
    optimizer.add_param_group({"params": [model.head.weight]})
Wrong: `model.head` was looked up before the swap: the group holds the old tensors.
    optimizer = torch.optim.SGD(
        [{"params": model.backbone.parameters()}, {"params": model.head.parameters()}],
        lr=0.3,
    )
    model.head = nn.Linear(model.head.in_features, classes, device=x.device)
Wrong: That list was made before the swap: it still holds the old head.
    parameters = list(model.parameters())
    model.head = nn.Linear(model.head.in_features, classes, device=x.device)
    optimizer = torch.optim.SGD(parameters, lr=0.3)
Wrong: That trains the old head: it still answers with one of its five classes.
    optimizer = torch.optim.SGD(model.parameters(), lr=0.3)
Right:
    optimizer = torch.optim.SGD(model.parameters(), lr=0.3)
    model.head = nn.Linear(model.head.in_features, classes, device=x.device)
    optimizer.add_param_group({"params": model.head.parameters()})
Right:
    head = nn.Linear(model.head.in_features, classes)
    model.head = head.to(x.device)
    optimizer = torch.optim.SGD(model.parameters(), lr=0.3)
Right:
    model.head = nn.Linear(model.head.in_features, classes).to(x)
    groups = [part.parameters() for part in (model.backbone, model.head)]
    optimizer = torch.optim.SGD([{"params": group} for group in groups], lr=0.3)
See: torch.optim.Optimizer, torch.optim.Optimizer.add_param_group
"""

import copy
from collections import OrderedDict

import pytest
import torch
import torch.nn.functional as F
from torch import nn


def classifier():
    """Return a backbone from 2 features to 16, and a head for 5 classes."""
    backbone = nn.Sequential(nn.Linear(2, 16), nn.Tanh())
    return nn.Sequential(OrderedDict(backbone=backbone, head=nn.Linear(16, 5)))


def fine_tune(model, x, labels, classes, steps):
    """Give the model a new head for so many classes, and train all of it."""
    # broken: train the head that the model has, and the backbone
    # optimizer = torch.optim.SGD(model.parameters(), lr=0.3)
    # model.head = nn.Linear(model.head.in_features, classes, device=x.device)
    model.head = nn.Linear(model.head.in_features, classes, device=x.device)
    optimizer = torch.optim.SGD(model.parameters(), lr=0.3)
    # end
    for _ in range(steps):
        loss = F.cross_entropy(model(x), labels)
        optimizer.zero_grad()
        loss.backward()
        optimizer.step()


@pytest.mark.essential
@pytest.mark.parametrize("classes", [2, 3])
def test_the_first_step_moves_every_parameter(device, classes):
    x, labels = torch.randn(9, 2).to(device), (torch.arange(9) % classes).to(device)
    untouched = classifier().to(device)
    stepped = copy.deepcopy(untouched)
    torch.manual_seed(0)
    fine_tune(untouched, x, labels, classes, steps=0)
    torch.manual_seed(0)  # the new head starts with the same numbers
    fine_tune(stepped, x, labels, classes, steps=1)

    assert stepped.head.out_features == classes
    F.cross_entropy(untouched(x), labels).backward()
    for before, after in zip(untouched.parameters(), stepped.parameters()):
        torch.testing.assert_close(
            after.detach(), (before - 0.3 * before.grad).detach()
        )


@pytest.mark.essential
def test_three_heaps_of_points_are_told_apart(device):
    labels = (torch.arange(60) % 3).to(device)
    centres = torch.tensor([[0.0, 2.0], [2.0, -1.0], [-2.0, -1.0]], device=device)
    x = centres[labels] + 0.4 * torch.randn(60, 2).to(device)
    model = classifier().to(device)
    fine_tune(model, x, labels, classes=3, steps=60)
    loss = F.cross_entropy(model(x), labels)
    assert loss < 0.1  # 0.02 or less with 50 seeds; broken, over 0.2
