"""Groups cut one convolution into several that never meet.

The input channels are dealt out in order, so are the output channels, and each
part is computed from its own part alone. With as many groups as input channels
every channel is filtered by itself: that is a depthwise convolution. It is
cheap, and it mixes nothing, so it is followed by a 1 x 1 convolution that does.
"""

import torch
from torch import nn

from koans import __


def changed_outputs(conv, images, channel):
    """Return which output channels change with one channel of the input."""
    other = images.clone()
    other[:, channel] += 1
    change = (conv(other) - conv(images)).abs().amax(dim=(0, 2, 3))
    return (change > 0.01).nonzero().flatten().tolist()


def test_which_outputs_see_channel_1(device):
    images = torch.rand(2, 4, 6, 6, device=device)
    found = []
    for groups in (1, 2, 4):
        conv = nn.Conv2d(4, 8, kernel_size=3, groups=groups).to(device)
        nn.init.constant_(conv.weight, 0.5)
        found.append(changed_outputs(conv, images, channel=1))
    assert found == __
