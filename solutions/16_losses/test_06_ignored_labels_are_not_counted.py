"""A label that is ignored costs nothing, and is not counted either.

Sentences in a batch have different lengths; the short ones are padded. Padding
is no word to be learned, so it gets the label -100, the default of
`ignore_index`. The mean then divides by the labels that are left. If it divided
by all of them, each word would count less, the more padding it stands beside.

Hint: A word of probability 1/8 costs 3 bits, because 2 ** 3 is 8.
Hint: With `"none"` each place keeps its cost, and an ignored place has cost 0.
Hint: Two labels are left: the mean divides by 2.
Wrong: The mean divides by the labels that are left, 2, and not by all 5 of them.
    [[3, 0, 1, 0, 0], 4, 0.8]
Wrong: `reduction="none"` keeps the shape: an ignored place is there, with a 0.
    [[3, 1], 4, 2]
Wrong: A likely word costs less: the cost is minus the log of its probability.
    [[1, 0, 3, 0, 0], 4, 2]
Wrong: -100 is no index from the end: those three places are skipped.
    [[3, 3, 1, 3, 3], 13, 2.6]
Wrong: A cost is counted in bits here: 1/2 costs 1 bit, 1/8 costs 3.
    [[0.125, 0, 0.5, 0, 0], 0.625, 0.3125]
See: torch.nn.functional.cross_entropy, torch.nn.CrossEntropyLoss
"""

import math

import torch
import torch.nn.functional as F


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
    ] == [[3, 0, 1, 0, 0], 4, 2]  # blank
