"""One capital letter separates a value from a size.

`torch.tensor` is a function that takes data, and a number is data too.
`torch.Tensor` is the class, and takes plain integers for sizes: `Tensor(3, 7)`
makes three rows of seven, filled with whatever was in memory. A list it takes
for data. Nothing warns you when you meant the other: write the small t.
"""

import torch

from koans import __


def test_what_four_constructors_make():
    value = torch.tensor(4)
    room = torch.Tensor(4)
    pair = torch.Tensor([4, 2])
    grid = torch.Tensor(4, 2)
    shapes = [value.shape, room.shape, pair.shape, grid.shape]
    assert shapes == __
