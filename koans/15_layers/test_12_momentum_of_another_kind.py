"""BatchNorm's momentum says how much the new batch counts.

In physics, and in an optimizer, momentum is what remains of the past. Here it is
the other part: a momentum of 0.1, the default, keeps nine tenths of the running
mean. Someone who writes 0.9 "for a smooth average" has statistics that follow
the last batch. With `momentum=None` every batch so far counts the same.
"""

import torch
from torch import nn

from koans import __


def running_means(momentum, device):
    """Return the running mean after each of two batches."""
    norm = nn.BatchNorm1d(1, momentum=momentum).to(device)
    means = []
    for batch in ([[6.0], [10.0]], [[1.0], [7.0]]):
        norm(torch.tensor(batch, device=device))
        means.append(round(norm.running_mean.item(), 3))
    return means


def test_what_is_remembered_of_two_batches(device):
    found = [running_means(momentum, device) for momentum in (0.25, 1.0, None)]
    assert found == __
