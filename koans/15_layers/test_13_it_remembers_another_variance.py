"""BatchNorm divides by one variance and remembers another.

A batch is normalised with its own variance: the squares divided by N. The
running variance is meant for data that is yet to come, and of that a sample
shows too little spread, so there the squares are divided by N - 1. For large
batches that is the same; for small ones train and eval mode differ by it.
"""

import torch
from torch import nn

from koans import __


def variance(x):
    return round(x.var(correction=0).item(), 3)


def test_the_spread_of_the_same_batch(device):
    norm = nn.BatchNorm1d(1, momentum=1.0).to(device)  # remembers the last batch
    batch = torch.tensor([[4.0], [4.0], [4.0], [8.0]], device=device)

    trained = norm.train()(batch)
    remembered = round(norm.running_var.item(), 3)
    evaluated = norm.eval()(batch)

    found = [remembered, variance(trained), variance(evaluated)]
    assert found == __
