"""A mask puts one dim in the place of all the dims that it covers.

What a mask picks need not form a rectangle: two elements of one row, five of
the next. So the picked ones come in a line, row by row, and the size of that
line is the number of True. The dims which the mask does not cover stay.

Hint: How many elements, rows or columns does each mask pick? That is one size.
Hint: The first mask covers both dims, the second the rows, the third the columns.
Hint: 9 to 14 are six numbers; two rows start above 4; four columns start above 0.
Wrong: The result is no rectangle in general: the picked numbers come in one line.
    [(3, 5), (2, 5), (3, 4)]
Wrong: A mask over the rows keeps whole rows: the columns stay a dim.
    [(6,), (2,), (4,)]
Wrong: The elements that are False are left out, not set to zero.
    [(15,), (3, 5), (3, 5)]
Wrong: `[:, mask]` picks columns: the three rows stay, and stay first.
    [(6,), (2, 5), (4, 3)]
Wrong: 9 is over 8: the picked numbers are 9, 10, 11, 12, 13 and 14.
    [(5,), (2, 5), (3, 4)]
See: torch.masked_select
"""

import torch


def test_three_masks(device):
    table = torch.arange(15, device=device).reshape(3, 5)
    large = table > 8
    rows = table[:, 0] > 4
    columns = table[0] > 0
    shapes = [table[large].shape, table[rows].shape, table[:, columns].shape]
    assert shapes == [(6,), (2, 5), (3, 4)]  # blank
