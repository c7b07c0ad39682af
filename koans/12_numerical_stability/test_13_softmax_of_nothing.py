"""Softmax divides by a sum, and needs at least one finite logit to divide.

A logit of -inf means: not this one, and its probability is exactly 0. When a
mask removes a whole row, nothing is left over to share the 1. The lowest finite
float, `torch.finfo(dtype).min`, removes as well as -inf does where ordinary
logits stand beside it; alone it is a number like any other.
"""

import torch

from koans import __


def test_which_rows_turn_to_nan(device):
    inf, lowest = float("inf"), torch.finfo(torch.float32).min
    scores = torch.tensor(
        [[1, -inf, 2], [-inf, -inf, -inf], [lowest, lowest, lowest], [inf, 0, 1]],
        device=device,
    )
    lost = scores.softmax(dim=1).isnan().any(dim=1)
    assert lost.tolist() == __
