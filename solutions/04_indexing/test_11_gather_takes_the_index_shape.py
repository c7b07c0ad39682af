"""`gather` gives one number for each number of its index, and no more.

The place (i, j) is a place in the index: out[i, j] = x[index[i, j], j] along dim
0, and x[i, index[i, j]] along dim 1. What the index has no place for is not read,
and nobody says so: an index of one row, meant for all rows of x, reads row 0
alone. It is not broadcast; `take_along_dim` is the one that does that.

Hint: How many numbers has the index? So many come out, and in its shape.
Hint: Write the index down, and beside each number i and j, its own row and column.
Hint: Along dim 0 the number replaces the row i, along dim 1 the column j.
Wrong: That broadcasts the index over the rows. `gather` reads row 0 alone.
    [[[70, 51]], [[52, 50], [62, 60], [72, 70]], [[52], [60]]]
Wrong: Whole rows are what `x[[2, 0]]` gives: here each number picks one number.
    [[[70, 71, 72, 73], [50, 51, 52, 53]], [[52, 50]], [[52], [60]]]
Wrong: The dims are swapped: along dim 0 the number says which row, along 1 which column.
    [[[52, 50]], [[70, 51]], [[70], [50]]]
Wrong: Row 1 of the index reads in row 1 of x: 60, not 50.
    [[[70, 51]], [[52, 50]], [[52], [50]]]
Wrong: Column 1 of the index reads in column 1 of x: 51, not 50.
    [[[70, 50]], [[52, 50]], [[52], [60]]]
Wrong: The right numbers, but the shape is that of the index: one row, or one column.
    [[70, 51], [52, 50], [52, 60]]
See: torch.gather, torch.take_along_dim
"""

import torch


def test_an_index_smaller_than_what_it_reads(device):
    x = torch.tensor(
        [[50, 51, 52, 53], [60, 61, 62, 63], [70, 71, 72, 73]], device=device
    )
    index = torch.tensor([[2, 0]], device=device)
    assert [
        x.gather(0, index).tolist(),
        x.gather(1, index).tolist(),
        x.gather(1, index.T).tolist(),
    ] == [[[70, 51]], [[52, 50]], [[52], [60]]]  # blank
