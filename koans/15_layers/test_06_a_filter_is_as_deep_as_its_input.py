"""Each output channel has a filter, as deep as what the filter looks at.

A filter of a 2D convolution is a block: it covers a window of rows and columns,
in all channels that it is shown. With groups, input and output channels are
split into as many parts, and a filter is shown the channels of its own part. So
more groups means shallower filters and fewer weights, not fewer outputs.
"""

import torch
from torch import nn

from koans import __


def test_the_shapes_of_the_filters(device):
    images = torch.rand(2, 8, 20, 20, device=device)
    full = nn.Conv2d(8, 12, kernel_size=(3, 5)).to(device)
    grouped = nn.Conv2d(8, 12, kernel_size=(3, 5), groups=4).to(device)
    depthwise = nn.Conv2d(8, 8, kernel_size=3, groups=8).to(device)

    assert full(images).shape == grouped(images).shape == (2, 12, 18, 16)
    shapes = [conv.weight.shape for conv in (full, grouped, depthwise)]
    assert shapes == __
