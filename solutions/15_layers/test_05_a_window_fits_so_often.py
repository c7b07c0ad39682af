"""The output of a convolution is as long as its window finds places.

Kernel 3, stride 2, on seven numbers:

    [0  1  2] 3  4  5  6      The window starts at the left, moves by the stride,
     0  1 [2  3  4] 5  6      and must not stick out on the right: three places.
     0  1  2  3 [4  5  6]     With eight numbers there are three as well.

Padding lengthens both ends; with dilation d, neighbours in the window lie d apart.

Hint: How long is the padded input, and how long the window from end to end?
Hint: The window spans dilation * (kernel - 1) + 1 numbers.
Hint: It can move by (padded length - span); count whole strides, and the start.
Wrong: The padding is added at both ends.
    (size + padding - dilation * (kernel - 1) - 1) // stride + 1
Wrong: A dilated window is longer than its kernel.
    (size + 2 * padding - kernel) // stride + 1
Wrong: The last window must fit whole: round down, not up.
    -(-(size + 2 * padding - dilation * (kernel - 1) - 1) // stride) + 1
Wrong: The place where the window starts is one, too.
    (size + 2 * padding - dilation * (kernel - 1) - 1) // stride
Wrong: That holds only if the padding makes up exactly for the window.
    -(-size // stride)
Wrong: A size is a whole number.
    (size + 2 * padding - dilation * (kernel - 1) - 1) / stride + 1
Right:
    (size + 2 * padding - dilation * (kernel - 1) + stride - 1) // stride
Right:
    len(range(0, size + 2 * padding - dilation * (kernel - 1), stride))
Right:
    1 + int((size + 2 * padding - (dilation * (kernel - 1) + 1)) / stride)
Ban: conv1d, conv2d, Conv1d, Conv2d, max_pool1d, unfold, Unfold
See: torch.nn.Conv2d, torch.nn.Conv1d
"""

import pytest
import torch
import torch.nn.functional as F


def output_size(size, kernel, stride, padding, dilation):
    """Return how many places the window of a convolution finds."""
    return (size + 2 * padding - dilation * (kernel - 1) - 1) // stride + 1  # blank


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
