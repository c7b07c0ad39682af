"""Warm-up climbs in equal steps; half a cosine brings the rate back down.

    rate
    1            . . .                    step < warmup: a straight line, up
           .            .                 then: from the top of a cosine to
        .                 .               its bottom, moved to end at 0
    0   0    warmup          total        from `total` on: 0

The first steps know little, so they are short. The last ones settle, so they
are short too. Past its bottom a cosine climbs again: `total` has to hold it.

Hint: How far is it from `warmup` to `total`? That share runs from 0 to 1.
Hint: cos goes from 1 to -1 between 0 and pi; you want 1 to 0.
Hint: `0.5 * (1 + math.cos(math.pi * progress))`, `progress` being at most 1.
Wrong: That first step has the rate 0: it trains nothing. The line starts at 1 / warmup.
    if step < warmup:
        scale = step / warmup
    else:
        progress = min(1.0, (step - warmup) / (total - warmup))
        scale = 0.5 * (1 + math.cos(math.pi * progress))
Wrong: The cosine has to begin at `warmup`: counted from 0, it begins halfway down.
    if step < warmup:
        scale = (step + 1) / warmup
    else:
        scale = 0.5 * (1 + math.cos(math.pi * min(1.0, step / total)))
Wrong: Past `total` the cosine climbs again, and so does the rate.
    if step < warmup:
        scale = (step + 1) / warmup
    else:
        progress = (step - warmup) / (total - warmup)
        scale = 0.5 * (1 + math.cos(math.pi * progress))
Wrong: A quarter of the wave is another curve: steep at its end, where it should be flat.
    if step < warmup:
        scale = (step + 1) / warmup
    else:
        progress = min(1.0, (step - warmup) / (total - warmup))
        scale = math.cos(math.pi / 2 * progress)
Wrong: Before `warmup` the cosine is below its top, too, and cuts the line off.
    rise = (step + 1) / warmup
    progress = min(1.0, (step - warmup) / (total - warmup))
    scale = min(rise, 0.5 * (1 + math.cos(math.pi * progress)))
Wrong: That falls in a straight line.
    if step < warmup:
        scale = (step + 1) / warmup
    else:
        scale = 1 - min(1.0, (step - warmup) / (total - warmup))
Right:
    if step < warmup:
        scale = (1 + step) / warmup
    elif step >= total:
        scale = 0.0
    else:
        angle = math.pi * (step - warmup) / (total - warmup)
        scale = (math.cos(angle) + 1) / 2
Right:
    if step < warmup:
        return (step + 1) / warmup
    progress = min(step - warmup, total - warmup) / (total - warmup)
    scale = math.cos(math.pi / 2 * progress) ** 2
Ban: CosineAnnealingLR, LinearLR, SequentialLR
See: torch.optim.lr_scheduler.LambdaLR, torch.optim.lr_scheduler.CosineAnnealingLR
"""

import math

import pytest
import torch
from torch.optim import lr_scheduler as schedulers


def warmup_cosine(step, warmup, total):
    """Return what the learning rate is multiplied by at a step, counted from 0.

    1 / warmup at step 0, in equal steps to 1 at step warmup - 1; then half a cosine
    from 1 at step warmup (0 or more) to 0 at step total, and 0 from there on.
    """
    # blank: scale = a straight line up, then half a cosine down, then 0
    if step < warmup:
        scale = (step + 1) / warmup
    else:
        progress = min(1.0, (step - warmup) / (total - warmup))
        scale = 0.5 * (1 + math.cos(math.pi * progress))
    # end
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
