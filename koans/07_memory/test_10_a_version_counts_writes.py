"""torch counts the writes to a tensor; its views share the counter.

Every in-place operation adds one to `_version`, through whichever view it
comes. Reading adds nothing, and a clone counts for itself, from 0. Autograd,
some topics ahead, compares versions to notice that a number which it still
needs has been overwritten. A write through NumPy escapes the counter.
"""

import torch

from koans import __


def test_how_many_writes(device):
    readings = torch.zeros(4, device=device)
    table = readings.view(2, 2)
    readings.add_(1)
    backup = readings.clone()
    table[0] = 7
    backup.sub_(table.mean())
    readings[1:].clamp_(max=5)
    versions = [tensor._version for tensor in (readings, table, backup)]
    assert versions == __
