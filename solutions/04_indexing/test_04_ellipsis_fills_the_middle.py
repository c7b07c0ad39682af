"""`...` stands for all the dims that an index does not name.

Images come alone (height, width), with channels, in batches, in batches of
clips. Height and width are always the last two dims. Code that counts dims
from the front works for one of these shapes and cuts the others wrongly, often
without an error. Code that counts from the end works for all of them.

Hint: A missing entry means "all of it", but missing entries are always at the end.
Hint: What stands for "however many dims come before"?
Hint: Three dots, then one slice for the rows and one for the columns.
Wrong: This counts from the front: it cuts the channels of (channels, height, width).
    images[top : top + size, left : left + size]
Wrong: Right for (batch, channels, height, width) and for nothing else.
    images[:, :, top : top + size, left : left + size]
Wrong: These are the columns only: every row is still there.
    images[..., left : left + size]
Wrong: Rows come before columns: height is the dim before the last.
    images[..., left : left + size, top : top + size]
Wrong: A slice ends where its second number says: this stops at `size`, not after it.
    images[..., top:size, left:size]
Right:
    images.narrow(-2, top, size).narrow(-1, left, size)
Right:
    images[..., top:, left:][..., :size, :size]
See: torch.narrow
"""

import pytest
import torch


def crop(images, top, left, size):
    """Cut size x size pixels at (top, left) out of images (..., height, width)."""
    return images[..., top : top + size, left : left + size]  # blank


@pytest.mark.parametrize("leading", [(), (3,), (2, 3), (2, 5, 3)])
@pytest.mark.parametrize(("top", "left", "size"), [(1, 4, 2), (0, 5, 3)])
def test_one_crop_for_every_shape(device, leading, top, left, size):
    images = torch.randn(*leading, 7, 9).to(device)
    crops = crop(images, top, left, size)
    assert crops.shape == (*leading, size, size)
    for patch, image in zip(crops.reshape(-1, size, size), images.reshape(-1, 7, 9)):
        rows = image.tolist()[top : top + size]
        assert patch.tolist() == [row[left : left + size] for row in rows]
