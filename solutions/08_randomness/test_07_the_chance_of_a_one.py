"""`bernoulli` takes the chance of a one, dropout that of a zero.

`nn.Dropout(0.2)` drops a fifth and keeps four fifths; `bernoulli(0.2)` gives a
fifth of ones. Mix them up and the network trains on the fifth it was to lose.
At one half nobody can see it. A uniform number in [0, 1) is below p with
probability p: comparing `rand` with a number is the same draw.

Hint: With drop = 0.2, which part of the mask should be True?
Hint: A number from `torch.rand` is at least 0.2 with probability 0.8.
Hint: Compare `torch.rand(shape, device=device)` with drop.
Wrong: That keeps a fifth and drops four fifths.
    torch.rand(shape, device=device) < drop
Wrong: `bernoulli_` takes the chance of a one, and a one means keep.
    torch.empty(shape, device=device).bernoulli_(drop).bool()
Wrong: `randn` is normal, not uniform: above 0.2 lie 42 percent of its numbers.
    torch.randn(shape, device=device) >= drop
Wrong: One draw per column: all rows lose the same elements.
    (torch.rand(shape[1:], device=device) >= drop).expand(shape)
Wrong: Exactly that many every time: an element knows how many others were dropped.
    torch.rand(shape, device=device).view(-1).argsort().view(shape) >= drop * 30_000
Right:
    torch.empty(shape, device=device).bernoulli_(1 - drop).bool()
Right:
    torch.full(shape, 1 - drop, device=device).bernoulli() == 1
Right:
    ~torch.full(shape, drop, device=device).bernoulli().bool()
Right:
    torch.rand(shape, device=device) < 1 - drop
See: torch.bernoulli, torch.rand
"""

import pytest
import torch


def keep_mask(shape, drop, device):
    """Return a bool mask; each element is False with probability drop, on its own."""
    return torch.rand(shape, device=device) >= drop  # blank


@pytest.mark.parametrize("drop", [0.2, 0.7])
def test_the_rate_and_the_independence(device, drop):
    masks = [keep_mask((1000, 30), drop, device) for _ in range(4)]
    for mask in masks:
        assert mask.dtype == torch.bool
        assert mask.float().mean().item() == pytest.approx(1 - drop, abs=0.03)
        assert len(mask.unique(dim=0)) > 1, "all rows are alike"
        assert mask.unique(dim=1).shape[1] > 1, "all columns are alike"
    assert len({mask.sum().item() for mask in masks}) > 1


def test_nothing_and_everything(device):
    assert keep_mask((4, 9), 0.0, device).all()
    assert not keep_mask((4, 9), 1.0, device).any()
