"""Softmax divides by a sum, and needs at least one finite logit to divide.

A logit of -inf means: not this one, and its probability is exactly 0. When a
mask removes a whole row, nothing is left over to share the 1. The lowest finite
float, `torch.finfo(dtype).min`, removes as well as -inf does where ordinary
logits stand beside it; alone it is a number like any other.

Hint: Softmax first subtracts the largest logit of the row.
Hint: -inf - (-inf) is nan, inf - inf is nan; lowest - lowest is 0.
Hint: exp(0) is 1, exp(-inf) is 0, exp(nan) is nan.
Wrong: Beside other logits -inf is harmless: its exp is 0.
    [True, True, False, True]
Wrong: With nothing but -inf there is no largest logit to subtract.
    [False, False, False, True]
Wrong: The lowest float less itself is 0: three equal logits.
    [False, True, True, True]
Wrong: inf less inf is nan: an infinite logit is not a probability of 1.
    [False, True, False, False]
See: torch.softmax, torch.finfo
"""

import torch


def test_which_rows_turn_to_nan(device):
    inf, lowest = float("inf"), torch.finfo(torch.float32).min
    scores = torch.tensor(
        [[1, -inf, 2], [-inf, -inf, -inf], [lowest, lowest, lowest], [inf, 0, 1]],
        device=device,
    )
    lost = scores.softmax(dim=1).isnan().any(dim=1)
    assert lost.tolist() == [False, True, False, True]  # blank
