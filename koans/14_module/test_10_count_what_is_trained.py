"""The size of a model is the number of its numbers, not of its tensors.

"A model of 7 billion parameters" counts elements. How many of them are trained
is another number, and the one that tells whether freezing worked. Buffers are
not parameters, and a weight that two layers share is one weight.
"""

import torch
from torch import nn

from koans import __


def count_trained(model):
    """Return how many numbers of the model an optimizer may change."""
    return __


def test_it_counts_the_numbers_that_learn(device):
    model = nn.Sequential(nn.Linear(5, 4), nn.ReLU(), nn.Linear(4, 3)).to(device)
    assert count_trained(model) == 24 + 15
    model.register_buffer("mean", torch.zeros(5, device=device))
    assert count_trained(model) == 24 + 15
    model.scale = nn.Parameter(torch.ones(2, 3, device=device))
    assert count_trained(model) == 24 + 15 + 6
    model[0].requires_grad_(False)
    assert count_trained(model) == 15 + 6
    model[2].bias.requires_grad_(False)
    assert count_trained(model) == 12 + 6
    model.requires_grad_(False)
    assert count_trained(model) == 0


def test_a_shared_weight_counts_once():
    first, second = nn.Linear(4, 4), nn.Linear(4, 4)
    second.weight = first.weight  # one Parameter under two names
    assert count_trained(nn.Sequential(first, second)) == 16 + 4 + 4
