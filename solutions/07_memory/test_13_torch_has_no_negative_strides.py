"""A reversed NumPy array has a negative stride; a tensor cannot have one.

`array[:, ::-1]` copies nothing: NumPy walks the same memory backwards. torch's
strides are never negative, so `from_numpy` cannot describe that walk, and
`x[::-1]` is an error in torch too. Somebody has to put the numbers in order:
NumPy by a copy of the reversed array, or torch, whose `flip` copies.

Hint: What must be done with the reversed array before torch can take it?
Hint: A fresh copy lies in memory in the order in which it is read.
Hint: `.copy()` on the reversed array.
Wrong: Copied first and reversed afterwards: the stride is as negative as before.
    return torch.from_numpy(image.copy()[:, ::-1])
Wrong: A step of -1 is an error in torch as well.
    return torch.from_numpy(image)[:, ::-1]
Wrong: `tensor` copies, and still refuses to read through a negative stride.
    return torch.tensor(image[:, ::-1])
Wrong: Dim 0 is the height: the picture stands on its head.
    return torch.from_numpy(image).flip(0)
Wrong: The last dim is the colours: red and blue have changed places.
    return torch.from_numpy(image).flip(-1)
Wrong: The image is in order now, and it is not mirrored.
    return torch.from_numpy(np.ascontiguousarray(image))
Right:
    return torch.from_numpy(image).flip(1)
Right:
    return torch.from_numpy(np.ascontiguousarray(image[:, ::-1]))
Right:
    return torch.tensor(image[:, ::-1].copy())
Right:
    return torch.from_numpy(image).fliplr()
See: torch.from_numpy, torch.flip
"""

import numpy as np
import pytest
import torch


def mirrored(image):
    """Return the array image (height, width, 3) as a tensor, left and right swapped."""
    # broken: torch takes the mirrored image
    # return torch.from_numpy(image[:, ::-1])
    return torch.from_numpy(image[:, ::-1].copy())
    # end


@pytest.mark.parametrize(("height", "width"), [(2, 4), (5, 2)])
def test_left_is_right_and_colours_stay(height, width):
    image = np.random.randint(256, size=(height, width, 3), dtype=np.uint8)
    before = image.tolist()
    result = mirrored(image)
    assert result.dtype == torch.uint8
    assert result.tolist() == [row[::-1] for row in before]
    assert image.tolist() == before
