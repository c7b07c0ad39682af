"""Where maxima tie, two forms of `max` send their gradient different ways.

A gradient says how much a result grows per unit of each element; `backward`
writes it to `.grad` (topic 09 explains how). The bid that won has a gradient of
1 and the others 0. When two bids are the largest, `max()` treats equals alike;
`max(dim=0)` returns an index as well, and an index can name only one of them.
"""

import torch

from koans import __


def gradient(function, numbers):
    """Return how much function(numbers), one number, grows per unit of each."""
    x = numbers.clone().requires_grad_()
    function(x).backward()
    return x.grad.tolist()


def test_the_gradient_of_two_equal_bids(device):
    bids = torch.tensor([2.0, 5.0, 1.0, 5.0], device=device)
    assert bids.max() == bids.max(dim=0).values == 5
    assert [
        gradient(lambda x: x.max(), bids),
        gradient(lambda x: x.max(dim=0).values, bids),
    ] == __
