"""Where maxima tie, two forms of `max` send their gradient different ways.

A gradient says how much a result grows per unit of each element; `backward`
writes it to `.grad` (topic 09 explains how). The bid that won has a gradient of
1 and the others 0. When two bids are the largest, `max()` treats equals alike;
`max(dim=0)` returns an index as well, and an index can name only one of them.

Hint: A gradient of 1 is there to be handed out. To whom, when two bids are equal?
Hint: Treated alike, each of two equals gets half.
Hint: The index of `max(dim=0)` is that of the first maximum.
Wrong: Both largest bids have a share in the result of `max()`: they split the 1.
    [[0, 1, 0, 0], [0, 1, 0, 0]]
Wrong: `max(dim=0)` returns one index, and only the bid at that index counts.
    [[0, 0.5, 0, 0.5], [0, 0.5, 0, 0.5]]
Wrong: There is a 1 to hand out in all, not a 1 for each of the equals.
    [[0, 1, 0, 1], [0, 1, 0, 0]]
Wrong: The index is that of the first maximum, not the last.
    [[0, 0.5, 0, 0.5], [0, 0, 0, 1]]
Right:
    [[0, 1 / 2, 0, 1 / 2], [0, 1, 0, 0]]
See: torch.max, torch.amax
"""

import torch


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
    ] == [[0, 0.5, 0, 0.5], [0, 1, 0, 0]]  # blank
