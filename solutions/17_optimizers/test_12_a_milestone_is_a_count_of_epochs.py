"""Schedules count their own steps, from 0; a milestone is such a count.

The first epoch, number 0, runs at the optimizer's own rate. After each epoch the
schedule counts one up, and what that number says holds for the next epoch:

    StepLR               every `step_size` epochs, times gamma
    MultiStepLR          at each of the milestones, times gamma
    ExponentialLR        at every epoch, times gamma

Hint: Write the numbers 0 to 4 on a line, and halve where each schedule says so.
Hint: `step_size=3` halves at number 3, which is the fourth epoch.
Hint: Milestones 1 and 4 halve for the second epoch and for the fifth.
Wrong: Number 3 is the fourth epoch: the first three run at 8.
    [[8, 8, 4, 4, 4], [8, 4, 4, 4, 2], [8, 4, 2, 1, 0.5]]
Wrong: The first epoch, number 0, runs at the optimizer's own rate.
    [[8, 8, 8, 4, 4], [8, 4, 4, 4, 2], [4, 2, 1, 0.5, 0.25]]
Wrong: Milestones are numbers of epochs, not gaps: 4 is one of the five epochs.
    [[8, 8, 8, 4, 4], [8, 4, 4, 4, 4], [8, 4, 2, 1, 0.5]]
Wrong: A milestone holds from its own number on: epoch 1 already has half.
    [[8, 8, 8, 4, 4], [8, 8, 4, 4, 4], [8, 4, 2, 1, 0.5]]
Wrong: Each halving starts from the rate of now, not from the first one.
    [[8, 8, 8, 4, 4], [8, 4, 4, 4, 2], [8, 4, 4, 4, 4]]
See: torch.optim.lr_scheduler.StepLR, torch.optim.lr_scheduler.MultiStepLR
See: torch.optim.lr_scheduler.ExponentialLR
"""

import torch
from torch.optim.lr_scheduler import ExponentialLR, MultiStepLR, StepLR


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
    ] == [[8, 8, 8, 4, 4], [8, 4, 4, 4, 2], [8, 4, 2, 1, 0.5]]  # blank
