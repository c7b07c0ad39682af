"""Shapes are aligned from the right; missing dims are added on the left.

To combine two tensors, torch writes their shapes below each other, flush
right, and compares size with size. Where the shorter one has run out, it is
used again for every index of the longer. Names and meanings play no part: a
number per image does not fit because there are as many of them as images.

Hint: Write each shape below (6, 3, 5, 4), so that the right ends agree.
Hint: (3,) stands below the 4, wherever you would like it to stand.
Hint: (6, 3) stands below (5, 4).
Wrong: A number per channel stands below the width: 3 against 4 does not fit.
    [True, True, True, False, True]
Wrong: Shapes are not aligned from the left, nor by what the sizes mean.
    [False, False, False, True, False]
Wrong: The shapes need not be equally long: missing dims are added on the left.
    [False, False, False, False, False]
Wrong: (3, 5, 4) stands below the last three sizes, and agrees with all of them.
    [True, False, True, False, False]
See: torch.broadcast_shapes, torch.broadcast_tensors
"""

import pytest
import torch


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
    ] == [True, False, True, False, True]  # blank
