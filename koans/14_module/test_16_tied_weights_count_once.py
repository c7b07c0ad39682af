"""Two layers are tied when they hold one Parameter, not two equal ones.

A language model reads words with a table, one row each, and scores the next
word with a matrix of the same shape. Many models use one Parameter for both.
It then gets the gradients of both uses, and one step moves both. Equal numbers
in two Parameters are equal only until the first step.
"""

import copy

import torch
from torch import nn

from koans import __


class NextWord(nn.Module):
    def __init__(self, words=7, width=3):
        super().__init__()
        self.table = nn.Embedding(words, width)  # weight: one row per word
        self.head = nn.Linear(width, words)  # weight: one row per word as well

    def forward(self, word):
        return self.head(self.table(word))


def count(model):
    return sum(parameter.numel() for parameter in model.parameters())


def test_how_many_numbers_are_trained():
    model = NextWord()
    found = [count(model)]

    with torch.no_grad():
        model.head.weight.copy_(model.table.weight)
    found.append(count(model))

    model.head.weight = model.table.weight
    found.append(count(model))

    found.append(count(copy.deepcopy(model)))
    assert found == __
