"""An integer index removes its dim; a slice of length one keeps it.

`clip[2]` is a frame, `clip[2:3]` a batch that holds one frame. A model that
wants (batch, channels, height, width) takes the second and refuses the first,
or, worse, takes the first and reads its channels as the batch.
"""

import torch

from koans import __


def test_what_is_left_of_a_clip(device):
    frames, channels, height, width = 4, 3, 6, 8
    clip = torch.zeros(frames, channels, height, width, device=device)
    assert clip[2:3, 0, :5, 1:].shape == __
