"""The output of a convolution is as long as its window finds places.

Kernel 3, stride 2, on seven numbers:

    [0  1  2] 3  4  5  6      The window starts at the left, moves by the stride,
     0  1 [2  3  4] 5  6      and must not stick out on the right: three places.
     0  1  2  3 [4  5  6]     With eight numbers there are three as well.

Padding lengthens both ends; with dilation d, neighbours in the window lie d apart.
"""

import pytest
import torch
import torch.nn.functional as F

from koans import __


def output_size(size, kernel, stride, padding, dilation):
    """Return how many places the window of a convolution finds."""
    return __


@pytest.mark.parametrize(
    ("size", "kernel", "stride", "padding", "dilation"),
    [
        (7, 3, 2, 0, 1),
        (8, 3, 2, 0, 1),
        (28, 5, 1, 0, 1),
        (28, 3, 1, 1, 1),
        (28, 3, 2, 1, 1),
        (29, 7, 2, 3, 1),
        (20, 3, 1, 0, 4),
        (11, 4, 3, 1, 2),
        (9, 1, 4, 2, 3),
    ],
)
def test_torch_finds_as_many(device, size, kernel, stride, padding, dilation):
    signal = torch.rand(1, 1, size, device=device)
    window = torch.rand(1, 1, kernel, device=device)
    output = F.conv1d(signal, window, stride=stride, padding=padding, dilation=dilation)
    assert output.shape == (1, 1, output_size(size, kernel, stride, padding, dilation))
