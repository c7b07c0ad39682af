"""Each output channel has a filter, as deep as what the filter looks at.

A filter of a 2D convolution is a block: it covers a window of rows and columns,
in all channels that it is shown. With groups, input and output channels are
split into as many parts, and a filter is shown the channels of its own part. So
more groups means shallower filters and fewer weights, not fewer outputs.

Hint: First the number of filters, then the depth of one, then its rows and columns.
Hint: There is one filter per output channel, whatever the groups.
Hint: With four groups, eight input channels make parts of two.
Wrong: The filters come first, one per output channel, as with a Linear.
    [(8, 12, 3, 5), (2, 12, 3, 5), (1, 8, 3, 3)]
Wrong: The groups cut the depth of each filter; there are as many filters as before.
    [(12, 8, 3, 5), (3, 8, 3, 5), (1, 8, 3, 3)]
Wrong: Both dims cannot shrink: each of the twelve outputs needs a filter.
    [(12, 8, 3, 5), (3, 2, 3, 5), (1, 1, 3, 3)]
Wrong: A filter sees only the channels of its own group.
    [(12, 8, 3, 5), (12, 8, 3, 5), (8, 8, 3, 3)]
See: torch.nn.Conv2d
"""

import torch
from torch import nn


def test_the_shapes_of_the_filters(device):
    images = torch.rand(2, 8, 20, 20, device=device)
    full = nn.Conv2d(8, 12, kernel_size=(3, 5)).to(device)
    grouped = nn.Conv2d(8, 12, kernel_size=(3, 5), groups=4).to(device)
    depthwise = nn.Conv2d(8, 8, kernel_size=3, groups=8).to(device)

    assert full(images).shape == grouped(images).shape == (2, 12, 18, 16)
    shapes = [conv.weight.shape for conv in (full, grouped, depthwise)]
    assert shapes == [(12, 8, 3, 5), (12, 2, 3, 5), (8, 1, 3, 3)]  # blank
