"""A reduction removes its dim, unless `keepdim` leaves a 1 in its place.

`sum(dim=1)` adds along dim 1: the elements that differ only in their second
index become one. The dims behind it move up, so what was dim 2 is now dim 1.
With `keepdim=True` every dim keeps its place, and the result still lines up
with the tensor it came from: `x / x.sum(dim=1, keepdim=True)`.

Hint: `dim` names the dim that goes, not the one that stays.
Hint: Strike one number out of (2, 3, 5), or write a 1 in its place.
Wrong: `dim` names what is summed away, not what is left.
    [[3], [1, 3, 1], [5]]
Wrong: Without `keepdim` the dim is gone: no 1 stays behind.
    [[2, 1, 5], [2, 1, 5], [2, 3, 1]]
Wrong: `keepdim` leaves a 1 where the dim was.
    [[2, 5], [2, 5], [2, 3]]
Wrong: `dim=-1` is the last dim, the 5.
    [[2, 5], [2, 1, 5], [3, 5]]
See: torch.sum, torch.mean
"""

import pytest
import torch


@pytest.mark.essential
def test_the_reduced_dim_goes_or_becomes_one(device):
    readings = torch.ones(2, 3, 5, device=device)  # (stations, days, hours)
    per_hour = readings.sum(dim=1)
    kept = readings.sum(dim=1, keepdim=True)
    per_day = readings.mean(dim=-1)
    shapes = [list(x.shape) for x in (per_hour, kept, per_day)]
    assert shapes == [[2, 5], [2, 1, 5], [2, 3]]  # blank
