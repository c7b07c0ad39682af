"""`unsqueeze(d)` makes a dim of size 1 whose index in the result is d.

The number counts places in the result, which has one dim more than the input.
It counts from the front or, when negative, from the back. Python's
`list.insert` counts in the list as it was, so its -1 means another place.
"""

import torch

from koans import __


def test_the_one_stands_where_it_was_told(device):
    scores = torch.zeros(4, 6, device=device)
    assert [
        tuple(scores.unsqueeze(0).shape),
        tuple(scores.unsqueeze(-1).shape),
        tuple(scores.unsqueeze(-2).shape),
    ] == __
