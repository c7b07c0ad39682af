"""You know the first loss of a classifier before you train it.

A model that has learnt nothing should have no favourite among the C classes:
about the same logit for each, and so a probability of 1/C for the label,
whichever it is. Cross-entropy is minus the natural log of that. A first loss
far above says that the model starts out sure and wrong, or that labels and
loss do not fit. A look at it costs one forward pass, and saves a night.

Hint: With equal logits, what does softmax give each of two classes?
Hint: The label has the probability 1/C, and the loss is minus the log of that.
Hint: -ln(1/C) is ln(C): about 0.69 for two classes, 2.3 for ten, 6.9 for a thousand.
Wrong: That is the probability of the label; the loss is minus its logarithm.
    1 / classes
Wrong: That is how often a guess is wrong; cross-entropy is a logarithm.
    1 - 1 / classes
Wrong: Those are logarithms to base 2; torch's are natural ones.
    math.log2(classes)
Wrong: The logarithm of a probability is negative; a loss is minus that.
    math.log(1 / classes)
Wrong: Those are logarithms to base 10; torch's are natural ones.
    math.log10(classes)
Wrong: A loss of zero is for a model that is sure, and right.
    0.0
Right:
    -math.log(1 / classes)
Right:
    torch.tensor(classes).log()
Right:
    F.cross_entropy(torch.zeros(1, classes), torch.tensor([0])).item()
See: torch.nn.functional.cross_entropy, torch.nn.init.zeros_
"""

import math

import pytest
import torch
import torch.nn.functional as F
from torch import nn


def loss_of_a_guess(classes):
    """Return the mean cross-entropy of a model for which all classes are alike."""
    return math.log(classes)  # blank


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
