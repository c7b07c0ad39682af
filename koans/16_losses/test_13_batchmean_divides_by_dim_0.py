"""`"batchmean"` divides by the size of dim 0, `"mean"` by every element.

A divergence is a sum over the classes. `F.kl_div` with its default `"mean"`
divides this sum by the number of classes too, and a large vocabulary makes the
loss tiny; torch warns of it. `"batchmean"` counts dim 0 only. For sentences
(N, T, C) that leaves a sum over the T words: the longer the sentence, the
greater the loss.
"""

import math

import pytest
import torch
import torch.nn.functional as F

from koans import __


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
    ] == __
