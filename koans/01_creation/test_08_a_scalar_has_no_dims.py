"""A shape says how many dims there are as well as how long each is.

A number can stand alone, in a list, or in a list of lists. It is one element
each time, in 0, 1 or 2 dims, and the shape has one entry for each dim. `sum`
leaves a number that stands alone; that is why `loss[0]` raises. A dim may also
have length 0: an empty list is still a list.
"""

import torch

from koans import __


def test_four_shapes(device):
    prices = torch.tensor([3.0, 5.0, 4.0], device=device)
    total = prices.sum()
    first = prices[:1]
    nothing = prices[:0]
    table = torch.tensor([[12.0]], device=device)
    shapes = [total.shape, first.shape, nothing.shape, table.shape]
    assert shapes == __
