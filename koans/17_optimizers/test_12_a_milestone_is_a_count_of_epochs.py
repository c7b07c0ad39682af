"""Schedules count their own steps, from 0; a milestone is such a count.

The first epoch, number 0, runs at the optimizer's own rate. After each epoch the
schedule counts one up, and what that number says holds for the next epoch:

    StepLR               every `step_size` epochs, times gamma
    MultiStepLR          at each of the milestones, times gamma
    ExponentialLR        at every epoch, times gamma
"""

import torch
from torch.optim.lr_scheduler import ExponentialLR, MultiStepLR, StepLR

from koans import __


def rates(scheduler_class, **options):
    """Return the learning rates at which five epochs run."""
    weight = torch.zeros(1, requires_grad=True)
    optimizer = torch.optim.SGD([weight], lr=8.0)
    scheduler = scheduler_class(optimizer, **options)
    found = []
    for _ in range(5):
        found.append(optimizer.param_groups[0]["lr"])
        optimizer.step()
        scheduler.step()
    return found


def test_five_epochs_under_three_schedules():
    assert [
        rates(StepLR, step_size=3, gamma=0.5),
        rates(MultiStepLR, milestones=[1, 4], gamma=0.5),
        rates(ExponentialLR, gamma=0.5),
    ] == __
