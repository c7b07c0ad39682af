"""A tensor is contiguous if its numbers lie in memory in reading order.

Reading order is row by row, without gaps: the strides are those of a fresh
tensor of that shape. It need not begin where its storage begins, nor fill it,
and the stride of a dim of size one is never used, so it may be anything.
`contiguous()` returns a tensor in this order, and copies only if it must.
"""

import torch

from koans import __


def test_which_parts_lie_in_reading_order(device):
    table = torch.zeros(4, 6, device=device)
    parts = [
        table.T,
        table[1:3],
        table[:, 1:3],
        table[:, 2],
        table.T.T,
        table[2:3, 1:4],
    ]
    answers = [part.is_contiguous() for part in parts]
    assert answers == __
