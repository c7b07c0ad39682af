"""`"batchmean"` divides by the size of dim 0, `"mean"` by every element.

A divergence is a sum over the classes. `F.kl_div` with its default `"mean"`
divides this sum by the number of classes too, and a large vocabulary makes the
loss tiny; torch warns of it. `"batchmean"` counts dim 0 only. For sentences
(N, T, C) that leaves a sum over the T words: the longer the sentence, the
greater the loss.

Hint: Three words of 2 bits and three of 1 bit are 9 bits in all. What divides them?
Hint: Dim 0 is 2 at first, and 6 once the words are rows. And how many elements?
Hint: 9 / 2, then 9 / 6, then 9 / 24.
Wrong: `"mean"` divides by all 24 elements, not by the 6 words.
    [4.5, 1.5, 1.5]
Wrong: `"batchmean"` divides by dim 0: by 2 sentences, not by their 6 words.
    [1.5, 1.5, 0.375]
Wrong: Flattened, the batch has 6 rows: each of them is one word.
    [4.5, 4.5, 0.375]
Wrong: Both reductions divide: the 9 is what `"sum"` gives.
    [9, 9, 0.375]
Right:
    [9 / 2, 3 / 2, 3 / 8]
See: torch.nn.functional.kl_div, torch.nn.KLDivLoss
"""

import math

import pytest
import torch
import torch.nn.functional as F


def kl_in_bits(log_q, p, reduction):
    return round(F.kl_div(log_q, p, reduction=reduction).item() / math.log(2), 4)


def test_two_sentences_of_three_words(device):
    certain = torch.tensor([1.0, 0, 0, 0], device=device)  # 2 bits from uniform
    torn = torch.tensor([0.5, 0.5, 0, 0], device=device)  # 1 bit from uniform
    p = torch.stack([certain.expand(3, 4), torn.expand(3, 4)])
    log_q = torch.full((2, 3, 4), 0.25, device=device).log()

    with pytest.warns(UserWarning, match="divides the total loss by both"):
        everything = kl_in_bits(log_q, p, "mean")

    assert [
        kl_in_bits(log_q, p, "batchmean"),
        kl_in_bits(log_q.flatten(0, 1), p.flatten(0, 1), "batchmean"),
        everything,
    ] == [4.5, 1.5, 0.375]  # blank
