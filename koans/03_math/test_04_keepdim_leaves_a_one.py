"""A reduction removes its dim, unless `keepdim` leaves a 1 in its place.

`sum(dim=1)` adds along dim 1: the elements that differ only in their second
index become one. The dims behind it move up, so what was dim 2 is now dim 1.
With `keepdim=True` every dim keeps its place, and the result still lines up
with the tensor it came from: `x / x.sum(dim=1, keepdim=True)`.
"""

import pytest
import torch

from koans import __


@pytest.mark.essential
def test_the_reduced_dim_goes_or_becomes_one(device):
    readings = torch.ones(2, 3, 5, device=device)  # (stations, days, hours)
    per_hour = readings.sum(dim=1)
    kept = readings.sum(dim=1, keepdim=True)
    per_day = readings.mean(dim=-1)
    shapes = [list(x.shape) for x in (per_hour, kept, per_day)]
    assert shapes == __
