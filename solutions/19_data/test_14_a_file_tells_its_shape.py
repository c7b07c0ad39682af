r"""An IDX file, the format of MNIST, begins with its own shape.

    0  0  8  3 | 0 0 4 210 | 0 0 0 28 | 0 0 0 28 | bytes, row by row
          |  |    \_________ sizes, four bytes each: 4 * 256 + 210 = 1234
          |  number of dims
          8 for unsigned bytes

The highest byte of a size comes first, unlike in the memory of your computer.

Hint: Byte 3 says how many sizes follow; the pixels begin right after the last of them.
Hint: `int.from_bytes(content[4:8], "big")` is the first size.
Hint: The i-th size is in bytes 4 + 4 * i to 8 + 4 * i; pixels start at 4 + 4 * ndim.
Wrong: Lowest byte first turns a size of 2 into 33554432.
    ndim = content[3]
    sizes = [
        int.from_bytes(content[4 + 4 * i : 8 + 4 * i], "little") for i in range(ndim)
    ]
    start = 4 + 4 * ndim
Wrong: A size may need more than its last byte: 300 is 1 * 256 + 44.
    ndim = content[3]
    sizes = [content[7 + 4 * i] for i in range(ndim)]
    start = 4 + 4 * ndim
Wrong: 16 is right for images; labels have one dim, and their header ends at 8.
    sizes = [
        int.from_bytes(content[4 + 4 * i : 8 + 4 * i], "big")
        for i in range(content[3])
    ]
    start = 16
Wrong: The third byte is the kind of number, 8; the fourth counts the dims.
    ndim = content[2]
    sizes = [int.from_bytes(content[4 + 4 * i : 8 + 4 * i], "big") for i in range(ndim)]
    start = 4 + 4 * ndim
Right:
    import struct

    ndim = content[3]
    sizes = struct.unpack(f">{ndim}I", content[4 : 4 + 4 * ndim])
    start = 4 + 4 * ndim
Right:
    sizes, start = [], 4
    while len(sizes) < content[3]:
        a, b, c, d = content[start : start + 4]
        sizes.append(((a * 256 + b) * 256 + c) * 256 + d)
        start += 4
See: torch.frombuffer, torchvision.datasets.MNIST
"""

import pytest
import torch
from torchvision.datasets import MNIST


def read_idx(content):
    """Return the tensor of an IDX file of unsigned bytes, given its bytes."""
    # blank: its sizes, and the place where the pixels start
    ndim = content[3]
    sizes = [int.from_bytes(content[4 + 4 * i : 8 + 4 * i], "big") for i in range(ndim)]
    start = 4 + 4 * ndim
    # end
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
