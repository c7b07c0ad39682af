"""A linear model scores each example once per weight vector.

`x @ weight + bias` multiplies the features of an example by their weights, adds
them up and shifts the sum. This score is a logit: any number, from which sigmoid
makes a probability. The feature dim is summed away and the examples stay. A
matrix of weights, be it a single column, adds a last dim of its own, and the
labels have to match it.
"""

import torch

from koans import __


def test_the_shapes_of_logits(device):
    x = torch.randn(5, 3).to(device)  # five students, three features each
    weight = torch.randn(3).to(device)
    bias = torch.tensor(0.5, device=device)
    classes = torch.randn(3, 4).to(device)
    logits = [
        x @ weight + bias,
        x @ weight[:, None] + bias,
        x @ classes + bias,
        x[0] @ weight + bias,
    ]
    assert [z.shape for z in logits] == __
