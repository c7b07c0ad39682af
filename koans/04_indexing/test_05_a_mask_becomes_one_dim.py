"""A mask puts one dim in the place of all the dims that it covers.

What a mask picks need not form a rectangle: two elements of one row, five of
the next. So the picked ones come in a line, row by row, and the size of that
line is the number of True. The dims which the mask does not cover stay.
"""

import torch

from koans import __


def test_three_masks(device):
    table = torch.arange(15, device=device).reshape(3, 5)
    large = table > 8
    rows = table[:, 0] > 4
    columns = table[0] > 0
    shapes = [table[large].shape, table[rows].shape, table[:, columns].shape]
    assert shapes == __
