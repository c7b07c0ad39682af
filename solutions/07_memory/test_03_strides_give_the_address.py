"""Offset and strides say where in its storage each element of a view lies.

The storage is one long line of numbers without a shape. The offset is the place
where the view's first element lies; a stride is how far one step along its dim
goes. All that slicing, transposing and expanding do is to choose other offsets
and strides for the same line. An expanded dim has stride 0: every step stays.

Hint: Where is element (0, 0, 0)? And where is (1, 0, 0)?
Hint: Each dim moves you by its own number of steps, times its own stride.
Hint: The offset, plus the sum of index times stride over all the dims.
Wrong: The view need not begin where its storage begins.
    sum(i * stride for i, stride in zip(index, strides))
Wrong: The first number of the index goes with the first stride.
    offset + sum(i * stride for i, stride in zip(index, reversed(strides)))
Wrong: torch counts strides and offsets in numbers, not in bytes.
    4 * (offset + sum(i * stride for i, stride in zip(index, strides)))
Wrong: The offset is counted in places already: no stride belongs to it.
    sum((offset + i) * stride for i, stride in zip(index, strides))
Wrong: A step along a dim takes a whole stride, not one place.
    offset + sum(index)
Right:
    offset + sum(index[dim] * strides[dim] for dim in range(len(index)))
Right:
    sum((i * stride for i, stride in zip(index, strides)), offset)
Right:
    offset + int(torch.tensor(index) @ torch.tensor(strides))
See: torch.Tensor.stride, torch.Tensor.storage_offset
"""

from itertools import product

import torch


def address(offset, strides, index):
    """Return the place in its storage at which a view keeps element index."""
    return offset + sum(i * stride for i, stride in zip(index, strides))  # blank


def test_every_element_lies_where_the_strides_say(device):
    memory = torch.randperm(60).to(device)
    numbers = memory.tolist()
    cube = memory.view(3, 4, 5)
    views = [
        cube,
        cube.permute(2, 0, 1),
        cube[1:, :, 1::2],
        cube[:, 2],
        cube[2, 1].expand(3, 5),
        memory[7:],
    ]
    for view in views:
        for index in product(*map(range, view.shape)):
            place = address(view.storage_offset(), view.stride(), index)
            assert numbers[place] == view[index].item()
