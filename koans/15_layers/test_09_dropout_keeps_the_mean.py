"""Dropout keeps the mean, and treats a slope as it treated the number.

With fewer units a sum would come out smaller than in eval mode, where all are
there. So in train mode what is kept is enlarged at once, and eval mode has
nothing to make up for. The layer is one factor per number, drawn anew in each
forward pass; backward multiplies by the same factor.
"""

import torch
from torch import nn

from koans import __


def outcomes(dropout, device):
    """Return the pairs (output, slope) that occur when a thousand 4s go in."""
    x = torch.full((1000,), 4.0, device=device, requires_grad=True)
    output = dropout(x)
    output.sum().backward()
    pairs = torch.stack([output.detach(), x.grad], dim=1)
    return sorted({(round(y, 3), round(slope, 3)) for y, slope in pairs.tolist()})


def test_what_becomes_of_a_four(device):
    found = [
        outcomes(nn.Dropout(p=0.2), device),
        outcomes(nn.Dropout(p=0.2).eval(), device),
        outcomes(nn.Dropout(p=1.0), device),
    ]
    assert found == __
