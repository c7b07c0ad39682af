r"""An IDX file, the format of MNIST, begins with its own shape.

    0  0  8  3 | 0 0 4 210 | 0 0 0 28 | 0 0 0 28 | bytes, row by row
          |  |    \_________ sizes, four bytes each: 4 * 256 + 210 = 1234
          |  number of dims
          8 for unsigned bytes

The highest byte of a size comes first, unlike in the memory of your computer.
"""

import pytest
import torch
from torchvision.datasets import MNIST

from koans import __


def read_idx(content):
    """Return the tensor of an IDX file of unsigned bytes, given its bytes."""
    __("its sizes, and the place where the pixels start")
    pixels = torch.frombuffer(bytearray(content), dtype=torch.uint8, offset=start)
    return pixels.reshape(*sizes)


@pytest.mark.parametrize("sizes", [(5,), (2, 3, 4), (300,), (3, 258), (2, 1, 3, 2)])
def test_a_file_made_by_hand(sizes):
    header = [0, 0, 8, len(sizes)]
    for size in sizes:
        header += [0, 0, size // 256, size % 256]
    pixels = torch.randint(256, sizes, dtype=torch.uint8)
    content = bytes(header + pixels.flatten().tolist())
    assert torch.equal(read_idx(content), pixels)


def test_the_digits_of_this_repository(request):
    data = request.config.rootpath / "data"
    shipped = MNIST(data, train=False)
    raw = data / "MNIST" / "raw"
    images = read_idx((raw / "t10k-images-idx3-ubyte").read_bytes())
    labels = read_idx((raw / "t10k-labels-idx1-ubyte").read_bytes())
    assert torch.equal(images, shipped.data)
    assert labels.tolist() == shipped.targets.tolist()
