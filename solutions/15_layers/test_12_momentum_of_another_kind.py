"""BatchNorm's momentum says how much the new batch counts.

In physics, and in an optimizer, momentum is what remains of the past. Here it is
the other part: a momentum of 0.1, the default, keeps nine tenths of the running
mean. Someone who writes 0.9 "for a smooth average" has statistics that follow
the last batch. With `momentum=None` every batch so far counts the same.

Hint: The running mean starts at 0. The batches have the means 8 and 4.
Hint: With 0.25, a quarter comes from the batch and three quarters stay.
Hint: First 0.25 * 8, then 0.75 * that + 0.25 * 4; with 1.0 nothing stays.
Wrong: That keeps a quarter of the past: momentum is the share of the new batch.
    [[6.0, 4.5], [0.0, 0.0], [8.0, 6.0]]
Wrong: The running mean starts at 0, and that start is averaged in.
    [[8.0, 7.0], [8.0, 4.0], [8.0, 6.0]]
Wrong: None does not mean that nothing is kept: it takes the mean of all batches.
    [[2.0, 2.5], [8.0, 4.0], [0.0, 0.0]]
Wrong: The parts add up to one: three quarters of the old mean stay, not all of it.
    [[2.0, 3.0], [8.0, 12.0], [8.0, 6.0]]
See: torch.nn.BatchNorm1d
"""

import torch
from torch import nn


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
    assert found == [[2.0, 2.5], [8.0, 4.0], [8.0, 6.0]]  # blank
