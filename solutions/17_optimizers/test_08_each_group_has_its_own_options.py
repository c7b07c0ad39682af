"""Each parameter group has its own options; the rest are shared defaults.

    group      params          lr      momentum
    0          backbone        0.01    0.9          its own lr
    1          head            0.1     0.9          the default

A backbone that was trained before needs small steps, a new head large ones. An
optimizer takes a list of dicts: what a dict does not say, it takes from the
keyword arguments. A scheduler scales every group from where that group began.

Hint: Instead of `model.parameters()`, hand over two dicts with the key "params".
Hint: One dict has an "lr" of its own; lr and momentum for all are arguments.
Hint: `{"params": model.backbone.parameters(), "lr": lr / 10}`
Wrong: All parameters in one group: the backbone takes the head's long steps.
    optimizer = torch.optim.SGD(model.parameters(), lr=lr, momentum=0.9)
Wrong: The backbone is in no group, so it is never trained.
    optimizer = torch.optim.SGD(model.head.parameters(), lr=lr, momentum=0.9)
Wrong: The head is in no group: nobody trains it.
    groups = [{"params": model.backbone.parameters(), "lr": lr / 10}]
    optimizer = torch.optim.SGD(groups, lr=lr, momentum=0.9)
Wrong: `model.parameters()` holds the backbone again: a parameter may be in one group.
    groups = [
        {"params": model.backbone.parameters(), "lr": lr / 10},
        {"params": model.parameters()},
    ]
    optimizer = torch.optim.SGD(groups, lr=lr, momentum=0.9)
Wrong: The momentum stands in the head's dict only: the backbone has the default, 0.
    groups = [
        {"params": model.backbone.parameters(), "lr": lr / 10},
        {"params": model.head.parameters(), "momentum": 0.9},
    ]
    optimizer = torch.optim.SGD(groups, lr=lr)
Wrong: The groups are there, but it is the head that creeps.
    groups = [
        {"params": model.backbone.parameters()},
        {"params": model.head.parameters(), "lr": lr / 10},
    ]
    optimizer = torch.optim.SGD(groups, lr=lr, momentum=0.9)
Right:
    optimizer = torch.optim.SGD(model.head.parameters(), lr=lr, momentum=0.9)
    optimizer.add_param_group({"params": model.backbone.parameters(), "lr": lr / 10})
Right:
    options = {"head": {"lr": lr, "momentum": 0.9}}
    options["backbone"] = {"lr": 0.1 * lr, "momentum": 0.9}
    optimizer = torch.optim.SGD(
        [
            {"params": part.parameters(), **options[name]}
            for name, part in model.named_children()
        ]
    )
Right:
    optimizer = torch.optim.SGD(
        [
            {"params": list(model.head.parameters())},
            {"params": list(model.backbone.parameters()), "lr": lr / 10},
        ],
        lr,
        momentum=0.9,
    )
See: torch.optim.SGD, torch.optim.Optimizer.add_param_group
"""

import pytest
import torch
from torch import nn


def fine_tuner(model, lr):
    """Return SGD with momentum 0.9: lr for the head, a tenth for the backbone."""
    # blank: two groups, in one optimizer
    groups = [
        {"params": model.backbone.parameters(), "lr": lr / 10},
        {"params": model.head.parameters()},
    ]
    optimizer = torch.optim.SGD(groups, lr=lr, momentum=0.9)
    # end
    return optimizer


@pytest.mark.parametrize("lr", [0.5, 2.0])
def test_the_backbone_walks_a_tenth_of_the_way(device, lr):
    model = nn.Sequential()
    model.backbone = nn.Sequential(nn.Linear(3, 5), nn.LayerNorm(5))
    model.head = nn.Linear(5, 2)
    model = model.to(device)
    before = {name: p.detach().clone() for name, p in model.named_parameters()}

    optimizer = fine_tuner(model, lr)
    schedule = torch.optim.lr_scheduler.StepLR(optimizer, step_size=1, gamma=0.5)
    for _ in range(2):
        for parameter in model.parameters():
            parameter.grad = torch.ones_like(parameter)
        optimizer.step()
        schedule.step()

    way = lr * (1 + 0.5 * 1.9)  # the second velocity is 0.9 + 1, the second lr half
    for name, parameter in model.named_parameters():
        part = way if name.startswith("head") else way / 10
        torch.testing.assert_close(parameter.detach(), before[name] - part)
