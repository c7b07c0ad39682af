"""Dropout keeps the mean, and treats a slope as it treated the number.

With fewer units a sum would come out smaller than in eval mode, where all are
there. So in train mode what is kept is enlarged at once, and eval mode has
nothing to make up for. The layer is one factor per number, drawn anew in each
forward pass; backward multiplies by the same factor.

Hint: p is the chance to be dropped. Which share is kept on average?
Hint: To keep the mean, what is kept is divided by 1 - p.
Hint: Each factor is 0 or 1 / 0.8. The number is 4 times that; the slope is the factor.
Wrong: p = 0.2 is the chance to be dropped: what is kept is divided by 0.8.
    [[(0.0, 0.0), (20.0, 5.0)], [(4.0, 1.0)], [(0.0, 0.0)]]
Wrong: Kept numbers are enlarged, or their mean would be too small.
    [[(0.0, 0.0), (4.0, 1.0)], [(4.0, 1.0)], [(0.0, 0.0)]]
Wrong: A dropped number had no effect on the output: its slope is zero.
    [[(0.0, 1.0), (5.0, 1.0)], [(4.0, 1.0)], [(0.0, 1.0)]]
Wrong: The factor is 1 / 0.8, for the number and for the slope.
    [[(0.0, 0.0), (5.0, 1.0)], [(4.0, 1.0)], [(0.0, 0.0)]]
Wrong: In eval mode the factor is 1: what train mode did was paid for there.
    [[(0.0, 0.0), (5.0, 1.25)], [(3.2, 0.8)], [(0.0, 0.0)]]
See: torch.nn.Dropout
"""

import torch
from torch import nn


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
    assert found == [[(0.0, 0.0), (5.0, 1.25)], [(4.0, 1.0)], [(0.0, 0.0)]]  # blank
