"""`...` stands for all the dims that an index does not name.

Images come alone (height, width), with channels, in batches, in batches of
clips. Height and width are always the last two dims. Code that counts dims
from the front works for one of these shapes and cuts the others wrongly, often
without an error. Code that counts from the end works for all of them.
"""

import pytest
import torch

from koans import __


def crop(images, top, left, size):
    """Cut size x size pixels at (top, left) out of images (..., height, width)."""
    return __


@pytest.mark.parametrize("leading", [(), (3,), (2, 3), (2, 5, 3)])
@pytest.mark.parametrize(("top", "left", "size"), [(1, 4, 2), (0, 5, 3)])
def test_one_crop_for_every_shape(device, leading, top, left, size):
    images = torch.randn(*leading, 7, 9).to(device)
    crops = crop(images, top, left, size)
    assert crops.shape == (*leading, size, size)
    for patch, image in zip(crops.reshape(-1, size, size), images.reshape(-1, 7, 9)):
        rows = image.tolist()[top : top + size]
        assert patch.tolist() == [row[left : left + size] for row in rows]
