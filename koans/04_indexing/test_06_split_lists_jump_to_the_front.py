"""Two index lists make one dim, and a slice between them moves it.

Lists of one length walk together: `x[[0, 1], [5, 6]]` picks (0, 5) and
(1, 6), not a 2 x 2 block. If the lists are neighbours, their one dim stands
where they stood. If a slice parts them, there is no such place, and the new
dim goes first. An integer is no list in torch; in NumPy it counts as one.
"""

import torch

from koans import __


def test_where_the_lists_put_their_dim(device):
    clips = torch.zeros(7, 4, 5, 6, device=device)
    some, others = [0, 1, 1], [2, 0, 4]
    shapes = [
        clips[:, some, others].shape,
        clips[:, some, :, others].shape,
        clips[0, :, :, others].shape,
    ]
    assert shapes == __
