"""uint8 arithmetic wraps around at 256; `sum` moves to int64 first.

A byte counts 254, 255, 0, 1 and backwards 1, 0, 255, 254, without a warning.
So the white of an image that is made brighter turns black. `sum`, `prod` and
`cumsum` know that bytes overflow soon, and add up in int64.

Hint: 256 more or less makes no difference to a byte.
Hint: 200 + 60 is 260, and 260 - 256 is left. What is 10 - 20 + 256?
Wrong: Bytes do not stop at their ends: clamp before you go back to bytes.
    [[70, 255, 255], [0, 180, 230], 460]
Wrong: The results are bytes too: 60 is a Python number and makes nothing wider.
    [[70, 260, 310], [-10, 180, 230], 460]
Wrong: `sum` goes to int64 first, so it does not wrap.
    [[70, 4, 54], [246, 180, 230], 204]
Wrong: One too few: after 255 comes 0, so 260 lands on 260 - 256.
    [[70, 5, 55], [245, 180, 230], 460]
See: torch.sum, torch.clamp
"""

import torch


def test_a_brighter_image_has_black_spots(device):
    pixels = torch.tensor([10, 200, 250], dtype=torch.uint8, device=device)
    assert [
        (pixels + 60).tolist(),
        (pixels - 20).tolist(),
        pixels.sum().item(),
    ] == [[70, 4, 54], [246, 180, 230], 460]  # blank
