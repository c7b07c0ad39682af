"""A view is one more way to look at the same storage; a clone has its own.

A tensor is a header: shape, strides, offset, dtype, and which storage the
numbers lie in. `view`, `.T` and slices write a new header and leave the numbers
where they are. So a write through any of the headers shows in all of them.
"""

import torch

from koans import __


def test_what_arrives_in_the_readings(device):
    readings = torch.zeros(6, dtype=torch.int64, device=device)
    table = readings.view(2, 3)
    second = table[:, 1]
    backup = table.clone()

    second[:] = 5
    backup[0, 0] = 9
    table[1, 0] = 7

    assert readings.tolist() == __
