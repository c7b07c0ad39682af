"""A label that is ignored costs nothing, and is not counted either.

Sentences in a batch have different lengths; the short ones are padded. Padding
is no word to be learned, so it gets the label -100, the default of
`ignore_index`. The mean then divides by the labels that are left. If it divided
by all of them, each word would count less, the more padding it stands beside.
"""

import math

import torch
import torch.nn.functional as F

from koans import __


def test_two_words_and_three_paddings(device):
    probabilities = torch.tensor([1 / 2, 1 / 4, 1 / 8, 1 / 8], device=device)
    logits = probabilities.log().expand(5, 4)  # the same guess at every place
    labels = torch.tensor([2, -100, 0, -100, -100], device=device)

    def cost_in_bits(reduction):
        cost = F.cross_entropy(logits, labels, reduction=reduction) / math.log(2)
        return cost.round(decimals=4).tolist()

    assert [
        cost_in_bits("none"),
        cost_in_bits("sum"),
        cost_in_bits("mean"),
    ] == __
