"""`unsqueeze(d)` makes a dim of size 1 whose index in the result is d.

The number counts places in the result, which has one dim more than the input.
It counts from the front or, when negative, from the back. Python's
`list.insert` counts in the list as it was, so its -1 means another place.

Hint: Write the result with three places, and put the 1 at the place named.
Hint: Place -1 of three is the last one.
Hint: Place -2 of three is the middle one.
Wrong: That is what `list.insert(-1, 1)` does: before the last, not last.
    [(1, 4, 6), (4, 1, 6), (1, 4, 6)]
Wrong: -2 counts in the result of three dims: the middle, not the front.
    [(1, 4, 6), (4, 6, 1), (1, 4, 6)]
Wrong: The first two are swapped: place 0 is the front.
    [(4, 6, 1), (1, 4, 6), (4, 1, 6)]
Right:
    [torch.Size([1, 4, 6]), torch.Size([4, 6, 1]), torch.Size([4, 1, 6])]
See: torch.unsqueeze
"""

import torch


def test_the_one_stands_where_it_was_told(device):
    scores = torch.zeros(4, 6, device=device)
    assert [
        tuple(scores.unsqueeze(0).shape),
        tuple(scores.unsqueeze(-1).shape),
        tuple(scores.unsqueeze(-2).shape),
    ] == [(1, 4, 6), (4, 6, 1), (4, 1, 6)]  # blank
