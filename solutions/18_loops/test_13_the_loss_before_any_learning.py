"""You know the first loss of a classifier before you train it.

A model that has learnt nothing should have no favourite among the C classes:
about the same logit for each, and so a probability of 1/C for the label,
whichever it is. Cross-entropy is minus the natural log of that. A first loss
far above says that the model starts out sure and wrong, or that labels and
loss do not fit. A look at it costs one forward pass, and saves a night.

Hint: With equal logits, what does softmax give each of two classes?
Hint: The loss is -ln(1/C), which is ln(C), and ln(10) is about 2.3.
Hint: ln(2) is about 0.69, and ln(1000) is three times ln(10).
Wrong: That is how often a guess is wrong; cross-entropy is a logarithm.
    [0.5, 0.9, 1.0]
Wrong: Those are logarithms to base 2; torch's are natural ones.
    [1.0, 3.32, 9.97]
Wrong: A loss of zero is for a model that is sure, and right.
    [0.0, 0.0, 0.0]
Wrong: Those are probabilities of the label; the loss is minus their logarithm.
    [0.5, 0.1, 0.0]
Right:
    [0.693, 2.303, 6.908]
See: torch.nn.functional.cross_entropy, torch.nn.init.zeros_
"""

import pytest
import torch
import torch.nn.functional as F
from torch import nn


def untrained(classes):
    """Return a classifier whose head starts at zero: no class is its favourite."""
    head = nn.Linear(16, classes)
    nn.init.zeros_(head.weight)
    nn.init.zeros_(head.bias)
    return nn.Sequential(nn.Linear(12, 16), nn.ReLU(), head)


def first_loss(classes, device):
    x = torch.randn(40, 12).to(device)
    y = torch.randint(classes, (40,)).to(device)
    return F.cross_entropy(untrained(classes).to(device)(x), y).item()


def test_it_depends_on_the_number_of_classes_alone(device):
    losses = [first_loss(classes, device) for classes in (2, 10, 1000)]
    # within 1 %
    assert losses == pytest.approx([0.69, 2.3, 6.91], 0.01)  # blank: [0.69, 2.3, 6.91]
