"""`F.pad` counts the dims from the back, `numpy.pad` from the front.

torch wants one flat list of numbers in pairs: before and after. The first pair
belongs to the last dim, the second to the one before, and dims without a pair
stay as they are. So padding an image never has to mention batch or channels.
Swap the pairs and the border grows on the wrong side of the picture.
"""

import pytest
import torch
import torch.nn.functional as F

from koans import __


def fit(images, height, width):
    """Pad images (batch, channels, H, W) with zeros, below and on the right."""
    down = height - images.shape[-2]
    right = width - images.shape[-1]
    return F.pad(images, __)


@pytest.mark.parametrize("height, width", [(4, 9), (7, 5), (3, 6), (6, 8)])
def test_the_image_stays_in_its_corner(device, height, width):
    images = torch.rand(2, 3, 3, 5).to(device) + 1
    padded = fit(images, height, width)
    assert padded.shape == (2, 3, height, width)
    assert padded[:, :, :3, :5].tolist() == images.tolist()
    assert padded.count_nonzero() == images.numel()
