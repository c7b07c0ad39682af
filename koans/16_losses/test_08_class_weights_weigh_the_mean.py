"""Class weights weigh the mean: they divide it as well as the costs.

`cross_entropy(..., weight=w)` multiplies each cost by the weight of its label.
Its mean then divides by the sum of the weights that took part, and not by the
number of examples. So a weight says how much a class counts beside the others.
Where a batch has one class only, its weight cancels out.
"""

import math

import torch
import torch.nn.functional as F

from koans import __


def test_the_rare_class_counts_three_times(device):
    probabilities = torch.tensor([1 / 2, 1 / 4, 1 / 4], device=device)
    logits = probabilities.log().expand(2, 3)  # the same guess for both examples
    weight = torch.tensor([1.0, 3.0, 1.0], device=device)

    def cost_in_bits(labels, reduction):
        labels = torch.tensor(labels, device=device)
        cost = F.cross_entropy(logits, labels, weight=weight, reduction=reduction)
        return (cost / math.log(2)).round(decimals=4).tolist()

    frequent, rare = 0, 1
    assert [
        cost_in_bits([frequent, rare], "none"),
        cost_in_bits([frequent, rare], "mean"),
        cost_in_bits([rare, rare], "mean"),
    ] == __
