"""Computing with tensors of two devices raises; copying works.

A kernel runs on one device and reads that device's memory. torch does not move
tensors to compute with them: a copy over the bus in the middle of a formula
would be slow and unseen. Copying is what `to` and `copy_` are for. One courtesy:
an index on the CPU is carried over to pick from a CUDA tensor.

Hint: Which of the five compute, which copy, which pick?
Hint: A CPU index may pick from any device; a CUDA index only from its own.
Hint: Two compute, one picks the wrong way round: three are refused.
Wrong: Picking with a CPU index works: torch carries the index over.
    [True, True, True, False, True]
Wrong: `copy_` exists to carry numbers from one device to another.
    [True, True, False, True, True]
Wrong: The other way round does not: a CPU tensor wants an index on the CPU.
    [True, True, False, False, False]
Wrong: torch does not move a tensor on its own to compute with it.
    [False, False, False, False, True]
See: torch.Tensor.copy_, torch.Tensor.device
"""

import pytest
import torch


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
    ] == [True, True, False, False, True]  # blank
