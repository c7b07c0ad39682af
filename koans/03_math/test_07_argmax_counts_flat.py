"""`argmax` without `dim` counts through the whole tensor, row after row.

It answers with one number, the place that the largest element has in the
flattened tensor, as NumPy does. The number looks like any other index and is
too large for a row, or, worse, small enough for one.
"""

import torch

from koans import __


def test_one_number_for_a_matrix(device):
    scores = torch.tensor([[3, 7, 1, 0], [5, 2, 9, 4], [6, 1, 2, 8]], device=device)
    best = scores.argmax()
    assert scores.flatten()[best] == scores.max() == 9
    assert best.tolist() == __
