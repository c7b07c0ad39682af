"""Two layers are tied when they hold one Parameter, not two equal ones.

A language model reads words with a table, one row each, and scores the next
word with a matrix of the same shape. Many models use one Parameter for both.
It then gets the gradients of both uses, and one step moves both. Equal numbers
in two Parameters are equal only until the first step.

Hint: Table and matrix have 7 * 3 numbers each, the bias of the scores has 7.
Hint: Which of the four lines makes the head hold the very object of the table?
Hint: A deep copy of the whole model copies each Parameter once, and keeps ties.
Wrong: Copying the numbers ties nothing: there are still two Parameters.
    [49, 28, 28, 28]
Wrong: `parameters()` lists each Parameter once, however many names it has.
    [49, 49, 49, 49]
Wrong: `deepcopy` of the whole model knows what is shared: the tie stays.
    [49, 49, 28, 49]
Wrong: The bias of the head is not shared: its 7 numbers count as well.
    [42, 42, 21, 21]
See: torch.nn.Module.parameters, torch.nn.Embedding
"""

import copy

import torch
from torch import nn


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
    assert found == [49, 49, 28, 28]  # blank
