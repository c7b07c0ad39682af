"""A transpose moves no number: only shape and strides change their order.

A stride says how many places in memory one step along a dim takes. A fresh
tensor of shape (4, 6) has strides (6, 1): six places to the next row, one to
the next column. Its transpose has shape (6, 4) and strides (1, 6). That is why
it costs the same for ten numbers and for ten million.
"""

import torch

from koans import __


def test_the_strides_of_channels_first(device):
    images = torch.zeros(2, 5, 3, device=device)  # height, width, channels
    assert images.permute(2, 0, 1).stride() == __
