"""One capital letter separates a value from a size.

`torch.tensor` is a function that takes data, and a number is data too.
`torch.Tensor` is the class, and takes plain integers for sizes: `Tensor(3, 7)`
makes three rows of seven, filled with whatever was in memory. A list it takes
for data. Nothing warns you when you meant the other: write the small t.

Hint: For each of the four: does it receive data, or sizes?
Hint: A number alone stands in no row: the shape of such a tensor is `()`.
Hint: `Tensor(4)` has room for four numbers; `Tensor([4, 2])` holds a 4 and a 2.
Wrong: `torch.tensor(4)` holds the number 4 alone: no row, so no dims at all.
    [(1,), (4,), (2,), (4, 2)]
Wrong: `torch.Tensor(4)` does not hold a 4: it has room for four numbers.
    [(), (), (2,), (4, 2)]
Wrong: A list is data, even for the class: two numbers in one row.
    [(), (4,), (4, 2), (4, 2)]
Wrong: `torch.Tensor(4, 2)` got two sizes, not two numbers.
    [(), (4,), (2,), (2,)]
Wrong: That is the other way round: the small t takes data, the class takes sizes.
    [(4,), (), (2,), (2,)]
Right:
    [torch.Size([]), torch.Size([4]), torch.Size([2]), torch.Size([4, 2])]
See: torch.tensor, torch.Tensor
"""

import torch


def test_what_four_constructors_make():
    value = torch.tensor(4)
    room = torch.Tensor(4)
    pair = torch.Tensor([4, 2])
    grid = torch.Tensor(4, 2)
    shapes = [value.shape, room.shape, pair.shape, grid.shape]
    assert shapes == [(), (4,), (2,), (4, 2)]  # blank
