"""Class weights weigh the mean: they divide it as well as the costs.

`cross_entropy(..., weight=w)` multiplies each cost by the weight of its label.
Its mean then divides by the sum of the weights that took part, and not by the
number of examples. So a weight says how much a class counts beside the others.
Where a batch has one class only, its weight cancels out.

Hint: The rare class has the probability 1/4, so it costs 2 bits; its weight is 3.
Hint: The mean of the mixed batch is (1 * 1 + 3 * 2) / (1 + 3).
Hint: All rare: (3 * 2 + 3 * 2) / (3 + 3).
Wrong: The mean divides by the weights 1 + 3, not by the 2 examples.
    [[1, 6], 3.5, 6]
Wrong: `reduction="none"` gives the weighted costs: the rare one counts three times.
    [[1, 2], 1.75, 2]
Wrong: If all examples are of one class, its weight divides out again.
    [[1, 6], 1.75, 6]
Wrong: That is the mean without weights: the rare class must count three times.
    [[1, 6], 1.5, 2]
Wrong: The weights are divided by, but the costs lack them.
    [[1, 6], 0.75, 0.6667]
Right:
    [[1, 6], 7 / 4, 2]
See: torch.nn.functional.cross_entropy, torch.nn.CrossEntropyLoss
"""

import math

import torch
import torch.nn.functional as F


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
    ] == [[1, 6], 1.75, 2]  # blank
