"""Shapes are aligned from the right; missing dims are added on the left.

To combine two tensors, torch writes their shapes below each other, flush
right, and compares size with size. Where the shorter one has run out, it is
used again for every index of the longer. Names and meanings play no part: a
number per image does not fit because there are as many of them as images.
"""

import pytest
import torch

from koans import __


def fits(images, *shape):
    """Say whether a tensor of this shape can be added to the images."""
    try:
        images + torch.zeros(shape, device=images.device)
    except RuntimeError:
        return False
    return True


@pytest.mark.essential
def test_what_can_be_added_to_six_images(device):
    images = torch.zeros(6, 3, 5, 4, device=device)
    assert [
        fits(images, 4),
        fits(images, 3),
        fits(images, 5, 4),
        fits(images, 6, 3),
        fits(images, 3, 5, 4),
    ] == __
