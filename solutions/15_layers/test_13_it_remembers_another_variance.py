"""BatchNorm divides by one variance and remembers another.

A batch is normalised with its own variance: the squares divided by N. The
running variance is meant for data that is yet to come, and of that a sample
shows too little spread, so there the squares are divided by N - 1. For large
batches that is the same; for small ones train and eval mode differ by it.

Hint: The batch has mean 5; the squares of what is left are 1, 1, 1 and 9.
Hint: Their sum is 12. Divided by 4 it is used; divided by 3 it is remembered.
Hint: In eval mode a batch with variance 3 is divided by the root of the memory.
Wrong: What is remembered was divided by N - 1, so eval mode divides by more.
    [3.0, 1.0, 1.0]
Wrong: In train mode the batch is divided by its own spread: what is left has 1.
    [4.0, 0.75, 0.75]
Wrong: In eval mode the remembered variance is used: it is not that of the batch.
    [4.0, 1.0, 1.0]
Wrong: Train and eval the other way round: the batch's own variance is used first.
    [4.0, 0.75, 1.0]
See: torch.nn.BatchNorm1d, torch.var
"""

import torch
from torch import nn


def variance(x):
    return round(x.var(correction=0).item(), 3)


def test_the_spread_of_the_same_batch(device):
    norm = nn.BatchNorm1d(1, momentum=1.0).to(device)  # remembers the last batch
    batch = torch.tensor([[4.0], [4.0], [4.0], [8.0]], device=device)

    trained = norm.train()(batch)
    remembered = round(norm.running_var.item(), 3)
    evaluated = norm.eval()(batch)

    found = [remembered, variance(trained), variance(evaluated)]
    assert found == [4.0, 1.0, 0.75]  # blank
