"""uint8 arithmetic wraps around at 256; `sum` moves to int64 first.

A byte counts 254, 255, 0, 1 and backwards 1, 0, 255, 254, without a warning.
So the white of an image that is made brighter turns black. `sum`, `prod` and
`cumsum` know that bytes overflow soon, and add up in int64.
"""

import torch

from koans import __


def test_a_brighter_image_has_black_spots(device):
    pixels = torch.tensor([10, 200, 250], dtype=torch.uint8, device=device)
    assert [
        (pixels + 60).tolist(),
        (pixels - 20).tolist(),
        pixels.sum().item(),
    ] == __
