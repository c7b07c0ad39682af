"""`channels_last` changes the order in memory, not the order of the dims.

The dims are still (N, C, H, W), and all code goes on as before. Only the
numbers are dealt out anew: the channels of one pixel lie side by side, which
convolutions on many machines read faster. Walking along a row of the image then
skips over the channels of each pixel.
"""

import torch

from koans import __


def test_shape_and_strides_of_channels_last(device):
    images = torch.zeros(2, 3, 4, 5, device=device)  # N, C, H, W
    images = images.to(memory_format=torch.channels_last)
    layout = [images.shape, images.stride()]
    assert layout == __
