"""A tensor is contiguous if its numbers lie in memory in reading order.

Reading order is row by row, without gaps: the strides are those of a fresh
tensor of that shape. It need not begin where its storage begins, nor fill it,
and the stride of a dim of size one is never used, so it may be anything.
`contiguous()` returns a tensor in this order, and copies only if it must.

Hint: Draw the table and run a finger over each part, row by row. Does it ever jump?
Hint: The strides of `table` are (6, 1). Which parts have rows that do not touch?
Hint: Two whole rows touch. Half rows leave gaps. One part of one row has no gaps.
Wrong: The transpose of a transpose is the table again, strides and all.
    [False, True, False, False, False, True]
Wrong: Two whole rows lie one after the other: where they begin does not matter.
    [False, False, False, False, True, True]
Wrong: A column jumps from row to row: stride 6, where a fresh tensor has 1.
    [False, True, False, True, True, True]
Wrong: Parts of several rows leave gaps between the rows: stride 6 for rows of 2.
    [False, True, True, False, True, True]
Wrong: In a single row nothing jumps: the stride of a dim of size one is not used.
    [False, True, False, False, True, False]
See: torch.Tensor.is_contiguous, torch.Tensor.contiguous
"""

import torch


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
    assert answers == [False, True, False, False, True, True]  # blank
