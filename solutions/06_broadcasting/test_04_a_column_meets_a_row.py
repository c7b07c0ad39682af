"""A column against a row compares everything with everything.

Models often return a column, one row per example, while labels come as a plain
row of numbers. The two do not line up example by example: the column stretches
to the right, the row downwards. The result is a table, of which only the
diagonal is what you meant. Counting in it finds more hits than examples.

Hint: (5, 1) against (5,): write them flush right.
Hint: Line i of the table is guess i compared with all the labels.
Hint: The labels hold two 2s: each guess of a 2 is a hit twice.
Wrong: The shapes do not line up as examples: (5,) goes below the 1.
    [(5,), 5]
Wrong: The labels stretch too: the column gets a place for each of them.
    [(5, 1), 5]
Wrong: The shape is right; hits off the diagonal count as well.
    [(5, 5), 5]
Wrong: The shape is right, but a guess is a hit only where it equals a label.
    [(5, 5), 25]
Right:
    [torch.Size([5, 5]), 9]
See: torch.eq, torch.broadcast_tensors
"""

import torch


def test_how_many_of_five_are_right(device):
    labels = torch.tensor([2, 0, 1, 1, 2], device=device)
    guesses = torch.tensor([[2], [0], [1], [1], [2]], device=device)
    hits = guesses == labels
    assert [tuple(hits.shape), hits.sum().item()] == [(5, 5), 9]  # blank
