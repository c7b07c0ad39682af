"""Backward frees what the nodes saved; a second one may miss it.

Many operations save a tensor for the way back: `square` its input, `exp` its
result. Backward frees these as it passes, so that a training loop does not
pile up the activations of every step. The nodes remain, and where nothing was
saved there is nothing to miss.
"""

import torch

from koans import __


def second_raises(first, second, **options):
    first.backward(**options)
    try:
        second.backward()
    except RuntimeError as error:
        assert "a second time" in str(error)
        return True
    return False


def test_which_second_backward_raises(device):
    x = torch.rand(4, device=device, requires_grad=True)
    squared = x.square().sum()
    shifted = (x + 3).sum()
    kept = x.square().sum()
    growth = x.exp()
    assert [
        second_raises(squared, squared),
        second_raises(shifted, shifted),
        second_raises(kept, kept, retain_graph=True),
        second_raises(x.square().sum(), x.square().sum()),
        second_raises(growth.sum(), growth.max()),
    ] == __
