"""An adaptive pool is told what comes out, not how large its window is.

A convolution takes images of any size, a Linear behind it takes one number of
features. An adaptive pool stands between them: it cuts each image into as many
parts as you ask for and takes the mean of each. Where there are fewer pixels
than parts, parts share pixels, so even a tiny image comes out at the right size.

Hint: `MaxPool2d(2)` halves both sizes; what remains at the end is dropped.
Hint: `AdaptiveAvgPool2d((3, 2))` is told rows and columns of its output.
Hint: Batch and channels stay: only the last two numbers are the pool's.
Wrong: A tiny image is not left small: parts may share pixels.
    [(5, 4, 9, 6), (5, 4, 3, 2), (5, 4, 2, 2)]
Wrong: (3, 2) is what comes out, not the window that goes over the image.
    [(5, 4, 9, 6), (5, 4, 6, 6), (5, 4, 0, 1)]
Wrong: Pooling works within each channel: there are as many as before.
    [(5, 9, 6), (5, 3, 2), (5, 3, 2)]
Wrong: MaxPool2d drops the odd column at the end: half of 13 is 6.
    [(5, 4, 9, 7), (5, 4, 3, 2), (5, 4, 3, 2)]
See: torch.nn.AdaptiveAvgPool2d, torch.nn.MaxPool2d
"""

import torch
from torch import nn


def test_what_the_pools_let_through(device):
    large = torch.rand(5, 4, 18, 13, device=device)
    tiny = torch.rand(5, 4, 2, 3, device=device)
    windowed, adaptive = nn.MaxPool2d(2), nn.AdaptiveAvgPool2d((3, 2))
    head = nn.Sequential(adaptive, nn.Flatten(), nn.Linear(4 * 3 * 2, 10)).to(device)
    assert head(large).shape == head(tiny).shape == (5, 10)

    shapes = [windowed(large).shape, adaptive(large).shape, adaptive(tiny).shape]
    assert shapes == [(5, 4, 9, 6), (5, 4, 3, 2), (5, 4, 3, 2)]  # blank
