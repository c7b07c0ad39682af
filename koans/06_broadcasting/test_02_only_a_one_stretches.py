"""A dim of size 1 stretches to the size it meets, on either side.

The rule, dim by dim from the right: equal sizes stay, a 1 takes the other
size, a missing dim counts as 1, all else is an error. Both tensors may stretch
in the same operation, each where it holds the 1.
"""

import torch

from koans import __


def test_both_sides_stretch(device):
    def shape_of_sum(first, second):
        total = torch.zeros(first, device=device) + torch.zeros(second, device=device)
        return tuple(total.shape)

    assert [
        shape_of_sum((3, 1), (1, 7)),
        shape_of_sum((6, 1, 4), (5, 1)),
        shape_of_sum((8, 1, 1), (2,)),
    ] == __
