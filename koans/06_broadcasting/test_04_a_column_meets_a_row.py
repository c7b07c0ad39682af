"""A column against a row compares everything with everything.

Models often return a column, one row per example, while labels come as a plain
row of numbers. The two do not line up example by example: the column stretches
to the right, the row downwards. The result is a table, of which only the
diagonal is what you meant. Counting in it finds more hits than examples.
"""

import torch

from koans import __


def test_how_many_of_five_are_right(device):
    labels = torch.tensor([2, 0, 1, 1, 2], device=device)
    guesses = torch.tensor([[2], [0], [1], [1], [2]], device=device)
    hits = guesses == labels
    assert [tuple(hits.shape), hits.sum().item()] == __
