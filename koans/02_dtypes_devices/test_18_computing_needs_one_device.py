"""Computing with tensors of two devices raises; copying works.

A kernel runs on one device and reads that device's memory. torch does not move
tensors to compute with them: a copy over the bus in the middle of a formula
would be slow and unseen. Copying is what `to` and `copy_` are for. One courtesy:
an index on the CPU is carried over to pick from a CUDA tensor.
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
def test_what_works_between_two_devices():
    weights = torch.rand(3, 3, device="cuda")
    reading = torch.rand(3)
    rows = torch.tensor([2, 0])
    assert [
        refused(lambda: weights * reading),
        refused(lambda: weights @ reading),
        refused(lambda: weights[rows]),
        refused(lambda: weights.copy_(reading)),
        refused(lambda: reading[rows.cuda()]),
    ] == __
