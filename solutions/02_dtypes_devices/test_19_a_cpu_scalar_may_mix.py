"""A 0-dim tensor on the CPU may be computed with on a GPU.

The CPU knows its one number and hands it to an elementwise kernel, as it does
with a Python number. A tensor of shape (1,) is a tensor like any other, however
small. And a number on the GPU is not known to the CPU, unless it waits for it.

Hint: Which of the tensors are 0-dim and on the CPU?
Hint: A mixture is allowed where every CPU tensor in it is 0-dim and one is on CUDA.
Wrong: Shape (1,) has a dim: such a tensor has to be on the right device.
    [False, False, True, False]
Wrong: `reading` has a dim and is on the CPU: a CUDA scalar does not bring it over.
    [False, True, False, False]
Wrong: Between two 0-dim tensors the one on the CPU counts as a number: that works.
    [False, True, True, True]
Wrong: A 0-dim CPU tensor is the exception: it may mix.
    [True, True, True, True]
See: torch.Tensor.device, torch.Tensor.dim
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
    ] == [False, True, True, False]  # blank
