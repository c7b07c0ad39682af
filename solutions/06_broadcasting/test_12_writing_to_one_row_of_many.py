"""The rows of an expanded tensor are one row: a write may reach them all.

torch refuses to compute into a tensor in which two places share one memory,
and tells you to clone. But it looks only at the tensor that is written to. One
row taken from the expanded one is an ordinary row without doubles: the write
goes through, and every other row shows it too.

Hint: In what is written to, do two places share one memory? Then it raises.
Hint: `table[1]` is one row, `table[:, 0]` three places for one number.
Hint: A clone is written out in full: its rows are rows of their own.
Wrong: `table[1]` has no doubles: nothing is refused, and all rows show the write.
    [None, None, None, [10, 20]]
Wrong: There is one row in memory: the first shows what was added to the second.
    [None, [10, 20], None, [10, 20]]
Wrong: The clone's row changed, and `table` is no longer what it shares memory with.
    [None, [11, 21], None, [11, 21]]
Wrong: Adding to three places of one memory is refused, for a column too.
    [None, [11, 21], [11, 20], [10, 20]]
Wrong: torch refuses the sum rather than add it three times.
    [[13, 23], [11, 21], [13, 20], [10, 20]]
See: torch.Tensor.expand, torch.Tensor.clone
"""

import torch


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
    ] == [None, [11, 21], None, [10, 20]]  # blank
