"""A 0-dim tensor on the CPU may be computed with on a GPU.

The CPU knows its one number and hands it to an elementwise kernel, as it does
with a Python number. A tensor of shape (1,) is a tensor like any other, however
small. And a number on the GPU is not known to the CPU, unless it waits for it.
"""

import pytest
import torch

from koans import __


def refused(operation):
    """Say whether the operation raises because of its devices."""
    try:
        operation()
    except RuntimeError:
        return True
    return False


@pytest.mark.cuda
def test_which_scalars_mix():
    weights = torch.rand(3, device="cuda")
    reading = torch.rand(3)
    rate = torch.tensor(0.1)
    assert (weights * rate).device == weights.device
    assert [
        refused(lambda: rate * weights),
        refused(lambda: rate.reshape(1) * weights),
        refused(lambda: rate.cuda() * reading),
        refused(lambda: rate.cuda() * rate),
    ] == __
