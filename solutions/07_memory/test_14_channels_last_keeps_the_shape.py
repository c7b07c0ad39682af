"""`channels_last` changes the order in memory, not the order of the dims.

The dims are still (N, C, H, W), and all code goes on as before. Only the
numbers are dealt out anew: the channels of one pixel lie side by side, which
convolutions on many machines read faster. Walking along a row of the image then
skips over the channels of each pixel.

Hint: The shape is what the dims are called and how long they are. Does it change?
Hint: In memory the order is N, H, W, C: the channels are the closest together.
Hint: C takes 1, W takes 3, H takes 5 * 3, N takes 4 * 5 * 3. Write them as N, C, H, W.
Wrong: That is what `permute(0, 2, 3, 1)` gives: here the dims keep their order.
    [(2, 4, 5, 3), (60, 15, 3, 1)]
Wrong: Those are the strides of a fresh tensor: the numbers have moved.
    [(2, 3, 4, 5), (60, 20, 5, 1)]
Wrong: Right strides, in the order of memory: write them as N, C, H, W.
    [(2, 3, 4, 5), (60, 15, 3, 1)]
Wrong: H and W are exchanged: one step in W skips 3 channels, one in H skips a row.
    [(2, 3, 4, 5), (60, 1, 3, 15)]
See: torch.Tensor.to, torch.Tensor.stride
"""

import torch


def test_shape_and_strides_of_channels_last(device):
    images = torch.zeros(2, 3, 4, 5, device=device)  # N, C, H, W
    images = images.to(memory_format=torch.channels_last)
    layout = [images.shape, images.stride()]
    assert layout == [(2, 3, 4, 5), (60, 1, 15, 3)]  # blank
