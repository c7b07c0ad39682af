"""An adaptive pool is told what comes out, not how large its window is.

A convolution takes images of any size, a Linear behind it takes one number of
features. An adaptive pool stands between them: it cuts each image into as many
parts as you ask for and takes the mean of each. Where there are fewer pixels
than parts, parts share pixels, so even a tiny image comes out at the right size.
"""

import torch
from torch import nn

from koans import __


def test_what_the_pools_let_through(device):
    large = torch.rand(5, 4, 18, 13, device=device)
    tiny = torch.rand(5, 4, 2, 3, device=device)
    windowed, adaptive = nn.MaxPool2d(2), nn.AdaptiveAvgPool2d((3, 2))
    head = nn.Sequential(adaptive, nn.Flatten(), nn.Linear(4 * 3 * 2, 10)).to(device)
    assert head(large).shape == head(tiny).shape == (5, 10)

    shapes = [windowed(large).shape, adaptive(large).shape, adaptive(tiny).shape]
    assert shapes == __
