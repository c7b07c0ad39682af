"""A milestone counts epochs from the start, not from the last milestone.

    phases        3 epochs     2 epochs   4 epochs
    epoch         0   1   2    3   4      5   6   7   8
    milestones                 3          5

A schedule counts its own steps; the count is 0 while the first epoch runs. When
it reaches a milestone, the rate is multiplied by gamma, and the epoch of that
number is the first to run at the new one. Gaps in place of counts raise no error.
"""

from itertools import accumulate

import pytest
import torch
from torch.optim.lr_scheduler import MultiStepLR

from koans import __


def step_down(optimizer, phases):
    """Halve the rate after each phase; phases are numbers of epochs, in order."""
    milestones = __
    return MultiStepLR(optimizer, milestones, gamma=0.5)


@pytest.mark.parametrize("phases", [[3, 2, 4], [1, 3], [2, 1, 2, 1]])
def test_each_phase_has_its_length_and_its_rate(phases):
    weight = torch.zeros(1, requires_grad=True)
    optimizer = torch.optim.SGD([weight], lr=8.0)
    scheduler = step_down(optimizer, phases)
    rates = []
    for _ in range(sum(phases)):
        rates.append(optimizer.param_groups[0]["lr"])
        optimizer.step()
        scheduler.step()
    assert rates == [
        8 / 2**phase for phase, length in enumerate(phases) for _ in range(length)
    ]
