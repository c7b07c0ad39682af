"""`reshape` returns a view where it can, and a copy where it must.

So what is written to its result arrives in the original, or does not: that
hangs on the strides, not on the line of code. Write to the result of `reshape`
only if both are fine. To insist on the same memory use `view`, which raises
where it cannot; to insist on a copy use `clone`.

Hint: For each line: can the dims be merged or split by other strides alone?
Hint: Reading `table.T` row by row jumps to and fro in memory: six in a line need a copy.
Hint: The fourth line only adds a dim to `table.T`; its [2, 0] is [0, 2] of the table.
Wrong: Two of the four are copies: reading them in a line jumps unevenly in memory.
    [[0, 7, 9], [0, 8, 0]]
Wrong: The last line only adds a dim of size one: that needs no copy.
    [[0, 5, 0], [0, 0, 0]]
Wrong: The table is contiguous: six in a line is a view, and the 5 arrives.
    [[0, 0, 9], [0, 0, 0]]
Wrong: Half rows leave a gap: 0, 1, 3, 4 is no even walk, so the 8 is in a copy.
    [[0, 5, 9], [0, 8, 0]]
Wrong: Row 2, column 0 of the transpose is row 0, column 2 of the table.
    [[0, 5, 0], [9, 0, 0]]
See: torch.reshape, torch.Tensor.view
"""

import torch


def test_which_writes_arrive(device):
    table = torch.zeros(2, 3, dtype=torch.int64, device=device)
    table.reshape(6)[1] = 5
    table.T.reshape(6)[2] = 7
    table[:, :2].reshape(4)[3] = 8
    table.T.reshape(3, 2, 1)[2, 0] = 9
    assert table.tolist() == [[0, 5, 9], [0, 0, 0]]  # blank
