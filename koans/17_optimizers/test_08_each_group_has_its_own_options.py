"""Each parameter group has its own options; the rest are shared defaults.

    group      params          lr      momentum
    0          backbone        0.01    0.9          its own lr
    1          head            0.1     0.9          the default

A backbone that was trained before needs small steps, a new head large ones. An
optimizer takes a list of dicts: what a dict does not say, it takes from the
keyword arguments. A scheduler scales every group from where that group began.
"""

import pytest
import torch
from torch import nn

from koans import __


def fine_tuner(model, lr):
    """Return SGD with momentum 0.9: lr for the head, a tenth for the backbone."""
    __("two groups, in one optimizer")
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
