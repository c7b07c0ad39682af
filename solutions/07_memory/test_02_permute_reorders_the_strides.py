"""A transpose moves no number: only shape and strides change their order.

A stride says how many places in memory one step along a dim takes. A fresh
tensor of shape (4, 6) has strides (6, 1): six places to the next row, one to
the next column. Its transpose has shape (6, 4) and strides (1, 6). That is why
it costs the same for ten numbers and for ten million.

Hint: First the strides of `images` itself: the last dim is 1; count on from there.
Hint: They are (15, 3, 1): a row holds 5 * 3 numbers. Each dim keeps its stride.
Hint: `permute(2, 0, 1)`: first comes old dim 2, then old dim 0, then old dim 1.
Wrong: Those are the strides of `images`: they move with their dims.
    (15, 3, 1)
Wrong: A fresh tensor of shape (3, 2, 5) has these: here nothing was moved.
    (10, 5, 1)
Wrong: That is permute(1, 2, 0): first of all comes old dim 2.
    (3, 1, 15)
Wrong: NumPy counts strides in bytes; torch counts numbers.
    (4, 60, 12)
Wrong: permute(2, 1, 0) would turn the dims round; here 0 comes before 1.
    (1, 3, 15)
See: torch.Tensor.stride, torch.permute
"""

import torch


def test_the_strides_of_channels_first(device):
    images = torch.zeros(2, 5, 3, device=device)  # height, width, channels
    assert images.permute(2, 0, 1).stride() == (1, 15, 3)  # blank
