"""Offset and strides say where in its storage each element of a view lies.

The storage is one long line of numbers without a shape. The offset is the place
where the view's first element lies; a stride is how far one step along its dim
goes. All that slicing, transposing and expanding do is to choose other offsets
and strides for the same line. An expanded dim has stride 0: every step stays.
"""

from itertools import product

import torch

from koans import __


def address(offset, strides, index):
    """Return the place in its storage at which a view keeps element index."""
    return __


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
