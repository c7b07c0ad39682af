"""A milestone counts epochs from the start, not from the last milestone.

    phases        3 epochs     2 epochs   4 epochs
    epoch         0   1   2    3   4      5   6   7   8
    milestones                 3          5

A schedule counts its own steps; the count is 0 while the first epoch runs. When
it reaches a milestone, the rate is multiplied by gamma, and the epoch of that
number is the first to run at the new one. Gaps in place of counts raise no error.

Hint: How many epochs are over when the second phase begins? And the third?
Hint: Each milestone is the sum of the phases before it. The first phase has none.
Hint: `itertools.accumulate([3, 2, 4])` gives 3, 5, 9.
Wrong: Those are gaps: a milestone counts from the first epoch, not from the last drop.
    phases
Wrong: Those are gaps, without the last: the second drop comes far too early.
    phases[:-1]
Wrong: Epoch 2 is the third and runs at the first rate: the drop comes one too early.
    [end - 1 for end in accumulate(phases)]
Wrong: After three epochs comes number 3, for the count begins at 0: that is one too late.
    [end + 1 for end in accumulate(phases)]
Wrong: That halves before the first epoch: the first phase needs no milestone.
    [sum(phases[:i]) for i in range(len(phases))]
Wrong: That is a drop at each epoch but the first, as ExponentialLR does it.
    list(range(1, sum(phases)))
Right:
    list(accumulate(phases))
Right:
    [sum(phases[: i + 1]) for i in range(len(phases) - 1)]
Right:
    torch.tensor(phases).cumsum(0)[:-1].tolist()
See: torch.optim.lr_scheduler.MultiStepLR
"""

from itertools import accumulate

import pytest
import torch
from torch.optim.lr_scheduler import MultiStepLR


def step_down(optimizer, phases):
    """Halve the rate after each phase; phases are numbers of epochs, in order."""
    milestones = list(accumulate(phases[:-1]))  # blank
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
