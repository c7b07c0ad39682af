"""A tensor's bytes are its elements times the width of one.

`ndim` is how many dims there are, `numel` how many elements, `nbytes` how much
memory they fill. The width is in the dtype's name, in bits, and 8 bits are one
byte: float32 takes 4 bytes, int64 takes 8, and bool takes 1, because memory has
no smaller address. A batch that does not fit becomes half as big in float16.
"""

import torch

from koans import __


def test_the_memory_of_images_and_their_mask(device):
    images = torch.zeros(2, 3, 5, device=device)
    mask = images > 0.5
    sizes = [images.ndim, images.numel(), images.nbytes, mask.nbytes]
    assert sizes == __
