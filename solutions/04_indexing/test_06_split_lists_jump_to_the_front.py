"""Two index lists make one dim, and a slice between them moves it.

Lists of one length walk together: `x[[0, 1], [5, 6]]` picks (0, 5) and
(1, 6), not a 2 x 2 block. If the lists are neighbours, their one dim stands
where they stood. If a slice parts them, there is no such place, and the new
dim goes first. An integer is no list in torch; in NumPy it counts as one.

Hint: In each index the lists together give one dim of size 3. Where does it stand?
Hint: Side by side: the dim stays in place. Parted by `:`, it goes first.
Hint: An integer takes its dim out before the lists are looked at.
Wrong: In the second index a slice parts the lists: their dim goes to the front.
    [(7, 3, 6), (7, 3, 5), (4, 5, 3)]
Wrong: Lists walk together: three pairs, not a block of three by three.
    [(7, 3, 3, 6), (7, 3, 5, 3), (4, 5, 3)]
Wrong: Neighbours keep their place: only a slice between them moves their dim.
    [(3, 7, 6), (3, 7, 5), (4, 5, 3)]
Wrong: So it is in NumPy, where an integer counts as a list of one.
    [(7, 3, 6), (3, 7, 5), (3, 4, 5)]
See: torch.Tensor.index_put_
"""

import torch


def test_where_the_lists_put_their_dim(device):
    clips = torch.zeros(7, 4, 5, 6, device=device)
    some, others = [0, 1, 1], [2, 0, 4]
    shapes = [
        clips[:, some, others].shape,
        clips[:, some, :, others].shape,
        clips[0, :, :, others].shape,
    ]
    assert shapes == [(7, 3, 6), (3, 7, 5), (4, 5, 3)]  # blank
