"""An integer index removes its dim; a slice of length one keeps it.

`clip[2]` is a frame, `clip[2:3]` a batch that holds one frame. A model that
wants (batch, channels, height, width) takes the second and refuses the first,
or, worse, takes the first and reads its channels as the batch.

Hint: Go through the index from the left, one entry for one dim.
Hint: Which of the four entries is an integer? That dim is gone, and only that one.
Hint: `2:3` leaves 1 of the 4 frames, `:5` leaves 5 of 6 rows, `1:` leaves 7 columns.
Wrong: `2:3` is a slice: it leaves one frame, and the dim that counts the frames.
    (5, 7)
Wrong: The integer 0 picks the first channel and removes the dim of the channels.
    (1, 1, 5, 7)
Wrong: `0` is an integer, not the slice `0:`: one channel, and its dim is gone.
    (1, 3, 5, 7)
Wrong: `1:` leaves the columns 1 to 7 of 0 to 7: only one of eight is missing.
    (1, 5, 1)
See: torch.select, torch.narrow
"""

import torch


def test_what_is_left_of_a_clip(device):
    frames, channels, height, width = 4, 3, 6, 8
    clip = torch.zeros(frames, channels, height, width, device=device)
    assert clip[2:3, 0, :5, 1:].shape == (1, 5, 7)  # blank
