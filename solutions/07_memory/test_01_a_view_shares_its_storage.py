"""A view is one more way to look at the same storage; a clone has its own.

A tensor is a header: shape, strides, offset, dtype, and which storage the
numbers lie in. `view`, `.T` and slices write a new header and leave the numbers
where they are. So a write through any of the headers shows in all of them.

Hint: Which of the four names have a storage of their own?
Hint: `second` is a view of a view: it reaches the same six numbers.
Hint: In memory `table` is row after row: which two places are its second column?
Wrong: Views are no copies: what is written to `second` and `table` arrives here.
    [0, 0, 0, 0, 0, 0]
Wrong: `backup` has a storage of its own: the 9 stays there.
    [9, 5, 0, 7, 5, 0]
Wrong: A view of a view reaches the same storage: the fives arrive too.
    [0, 0, 0, 7, 0, 0]
Wrong: `[:, 1]` is the second column: the middle number of each row.
    [0, 0, 0, 5, 5, 5]
Wrong: The 7 goes to row 1, column 0: that is place 3, after a row of three.
    [0, 7, 0, 0, 5, 0]
See: torch.Tensor.view, torch.clone, torch.Tensor.untyped_storage
"""

import torch


def test_what_arrives_in_the_readings(device):
    readings = torch.zeros(6, dtype=torch.int64, device=device)
    table = readings.view(2, 3)
    second = table[:, 1]
    backup = table.clone()

    second[:] = 5
    backup[0, 0] = 9
    table[1, 0] = 7

    assert readings.tolist() == [0, 5, 0, 7, 5, 0]  # blank
