"""Warm-up climbs in equal steps; half a cosine brings the rate back down.

    rate
    1            . . .                    step < warmup: a straight line, up
           .            .                 then: from the top of a cosine to
        .                 .               its bottom, moved to end at 0
    0   0    warmup          total        from `total` on: 0

The first steps know little, so they are short. The last ones settle, so they
are short too. Past its bottom a cosine climbs again: `total` has to hold it.
"""

import math

import pytest
import torch
from torch.optim import lr_scheduler as schedulers

from koans import __


def warmup_cosine(step, warmup, total):
    """Return what the learning rate is multiplied by at a step, counted from 0.

    1 / warmup at step 0, in equal steps to 1 at step warmup - 1; then half a cosine
    from 1 at step warmup (0 or more) to 0 at step total, and 0 from there on.
    """
    __("scale = a straight line up, then half a cosine down, then 0")
    return scale


def rates(make_scheduler, steps):
    """Return the learning rates of so many steps, the optimizer's own being 0.3."""
    optimizer = torch.optim.SGD([torch.zeros(1, requires_grad=True)], lr=0.3)
    scheduler = make_scheduler(optimizer)
    found = []
    for _ in range(steps):
        found.append(optimizer.param_groups[0]["lr"])
        optimizer.step()
        scheduler.step()
    return found


@pytest.mark.parametrize(("warmup", "total"), [(2, 9), (4, 20), (10, 13)])
def test_it_is_torch_s_line_and_cosine(warmup, total):
    def line_and_cosine(optimizer):
        line = schedulers.LinearLR(optimizer, 1 / warmup, 1.0, total_iters=warmup - 1)
        cosine = schedulers.CosineAnnealingLR(optimizer, T_max=total - warmup)
        return schedulers.SequentialLR(optimizer, [line, cosine], milestones=[warmup])

    def ours(optimizer):
        return schedulers.LambdaLR(optimizer, lambda t: warmup_cosine(t, warmup, total))

    found, expected = rates(ours, total + 6), rates(line_and_cosine, total + 1)
    assert found[: total + 1] == pytest.approx(expected, abs=1e-9)
    assert found[total + 1 :] == pytest.approx([0] * 5, abs=1e-9)


def test_without_warm_up_it_starts_at_the_top():
    assert [warmup_cosine(step, 0, 2) for step in range(4)] == pytest.approx(
        [1, 0.5, 0, 0]
    )
