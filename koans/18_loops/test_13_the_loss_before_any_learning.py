"""You know the first loss of a classifier before you train it.

A model that has learnt nothing should have no favourite among the C classes:
about the same logit for each, and so a probability of 1/C for the label,
whichever it is. Cross-entropy is minus the natural log of that. A first loss
far above says that the model starts out sure and wrong, or that labels and
loss do not fit. A look at it costs one forward pass, and saves a night.
"""

import math

import pytest
import torch
import torch.nn.functional as F
from torch import nn

from koans import __


def loss_of_a_guess(classes):
    """Return the mean cross-entropy of a model for which all classes are alike."""
    return __


def first_loss(spread, classes, device):
    """Return the loss of a new model; spread: of the weights of its last layer."""
    head = nn.Linear(16, classes)
    nn.init.normal_(head.weight, std=spread)
    nn.init.zeros_(head.bias)
    model = nn.Sequential(nn.Linear(12, 16), nn.ReLU(), head).to(device)
    x = torch.randn(40, 12).to(device)
    y = torch.randint(classes, (40,)).to(device)
    return F.cross_entropy(model(x), y).item()


@pytest.mark.parametrize("classes", [2, 10, 1000])
def test_a_model_without_a_favourite_begins_there(device, classes):
    loss = first_loss(0, classes, device)
    assert loss_of_a_guess(classes) == pytest.approx(loss, rel=1e-4)


@pytest.mark.parametrize("classes", [2, 10, 1000])
def test_a_model_that_is_sure_of_itself_begins_far_above(device, classes):
    assert first_loss(10, classes, device) > 2 * loss_of_a_guess(classes)
