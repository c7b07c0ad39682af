"""A tensor's bytes are its elements times the width of one.

`ndim` is how many dims there are, `numel` how many elements, `nbytes` how much
memory they fill. The width is in the dtype's name, in bits, and 8 bits are one
byte: float32 takes 4 bytes, int64 takes 8, and bool takes 1, because memory has
no smaller address. A batch that does not fit becomes half as big in float16.

Hint: The number of dims is the length of the shape.
Hint: Multiply the lengths of all dims, then multiply by the bytes of one float32.
Hint: 2 * 3 * 5 is 30 elements; 30 * 4 bytes as float32, 30 * 1 as bool.
Wrong: torch's floats are 32 bits wide, 4 bytes: 8 bytes is Python's float.
    [3, 30, 240, 30]
Wrong: A bool takes a whole byte, not one bit.
    [3, 30, 120, 4]
Wrong: `ndim` is how many dims there are, not how long the first one is.
    [2, 30, 120, 30]
Wrong: Sizes multiply: two images of three rows of five.
    [3, 10, 40, 10]
Wrong: `nbytes` counts bytes: 32 bits are 4 of them.
    [3, 30, 960, 240]
Right:
    [3, 2 * 3 * 5, 2 * 3 * 5 * 4, 2 * 3 * 5]
See: torch.Tensor.nbytes, torch.Tensor.ndim, torch.Tensor.element_size
"""

import torch


def test_the_memory_of_images_and_their_mask(device):
    images = torch.zeros(2, 3, 5, device=device)
    mask = images > 0.5
    sizes = [images.ndim, images.numel(), images.nbytes, mask.nbytes]
    assert sizes == [3, 30, 120, 30]  # blank
