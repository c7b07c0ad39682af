"""Groups cut one convolution into several that never meet.

The input channels are dealt out in order, so are the output channels, and each
part is computed from its own part alone. With as many groups as input channels
every channel is filtered by itself: that is a depthwise convolution. It is
cheap, and it mixes nothing, so it is followed by a 1 x 1 convolution that does.

Hint: Channel 1 of the input is changed. To which part does it belong?
Hint: Two groups: inputs 0 and 1 make the outputs 0 to 3.
Hint: Four groups: each input makes two outputs of its own, in order.
Wrong: With one group each output sees all inputs.
    [[1], [0, 1, 2, 3], [2, 3]]
Wrong: The parts are dealt out in order: input 1 makes the outputs 2 and 3.
    [[0, 1, 2, 3, 4, 5, 6, 7], [0, 1, 2, 3], [1, 5]]
Wrong: Eight outputs and four groups are two outputs for each input.
    [[0, 1, 2, 3, 4, 5, 6, 7], [0, 1, 2, 3], [1]]
Wrong: Two groups: input 1 is in the first, which makes the first four outputs.
    [[0, 1, 2, 3, 4, 5, 6, 7], [4, 5, 6, 7], [2, 3]]
Right:
    [list(range(8)), [0, 1, 2, 3], [2, 3]]
See: torch.nn.Conv2d
"""

import torch
from torch import nn


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
    assert found == [[0, 1, 2, 3, 4, 5, 6, 7], [0, 1, 2, 3], [2, 3]]  # blank
