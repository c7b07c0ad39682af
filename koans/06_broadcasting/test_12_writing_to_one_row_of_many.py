"""The rows of an expanded tensor are one row: a write may reach them all.

torch refuses to compute into a tensor in which two places share one memory,
and tells you to clone. But it looks only at the tensor that is written to. One
row taken from the expanded one is an ordinary row without doubles: the write
goes through, and every other row shows it too.
"""

import torch

from koans import __


def first_row_after(write, device):
    """Return the first of three rows after the write, or None if it raised."""
    table = torch.tensor([10, 20], device=device).expand(3, 2)
    try:
        write(table)
    except RuntimeError:
        return None
    return table[0].tolist()


def test_four_ways_to_add_one(device):
    assert [
        first_row_after(lambda table: table.add_(1), device),
        first_row_after(lambda table: table[1].add_(1), device),
        first_row_after(lambda table: table[:, 0].add_(1), device),
        first_row_after(lambda table: table.clone()[1].add_(1), device),
    ] == __
