"""`x[idx] += 1` adds one to an element however often idx names it.

It means `x[idx] = x[idx] + 1`: read all, add one to each copy, write all back.
An element that idx names three times is read three times from its old value:

    read    5  5  5
    add 1   6  6  6
    write   6, over 6, over 6
"""

import torch

from koans import __


def test_a_page_visited_three_times(device):
    visits = torch.tensor([10, 20, 30, 40], device=device)
    path = torch.tensor([2, 1, 2, 2, 3], device=device)
    visits[path] += 1
    assert visits.tolist() == __
