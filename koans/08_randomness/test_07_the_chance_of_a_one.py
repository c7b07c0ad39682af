"""`bernoulli` takes the chance of a one, dropout that of a zero.

`nn.Dropout(0.2)` drops a fifth and keeps four fifths; `bernoulli(0.2)` gives a
fifth of ones. Mix them up and the network trains on the fifth it was to lose.
At one half nobody can see it. A uniform number in [0, 1) is below p with
probability p: comparing `rand` with a number is the same draw.
"""

import pytest
import torch

from koans import __


def keep_mask(shape, drop, device):
    """Return a bool mask; each element is False with probability drop, on its own."""
    return __


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
