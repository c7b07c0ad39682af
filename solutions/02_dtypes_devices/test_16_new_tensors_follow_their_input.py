"""A tensor made inside a function belongs on the device of its input.

`torch.arange(5)` is made on the CPU, wherever your data is. On a CPU nobody
notices; the first run on a GPU stops at the first line that mixes the two.
Here the `meta` device, whose tensors have a shape and no numbers, stands in
for the GPU you may not have: it refuses the mixture in the same way.

Hint: `lengths` came with `x`. Where did `steps` come from?
Hint: Every function that creates a tensor takes `device=`.
Hint: Ask the input: `x.device`.
Wrong: That is right on one machine only: read the device off the input instead.
    steps = torch.arange(x.shape[1], device="cpu")
Wrong: "cuda" is one device of many: this fails on CPU, on mps and on meta.
    steps = torch.arange(x.shape[1], device="cuda")
Wrong: `torch.get_default_device()` is where new tensors go, not where `x` is.
    steps = torch.arange(x.shape[1], device=torch.get_default_device())
Wrong: A GPU in the machine does not mean that `x` is on it.
    name = "cuda" if torch.cuda.is_available() else "cpu"
    steps = torch.arange(x.shape[1], device=name)
Wrong: On the right device, but four steps long whatever the length of `x`.
    steps = torch.tensor([0, 1, 2, 3], device=x.device)
Right:
    steps = torch.arange(x.shape[1]).to(lengths.device)
Right:
    steps = torch.ones_like(x[0]).cumsum(0) - 1
Right:
    with x.device:
        steps = torch.arange(x.shape[1])
Ban: set_default_device
See: torch.arange, torch.Tensor.device
"""

import pytest
import torch


def zero_the_padding(x, lengths):
    """Set each row of x (batch, steps) to zero from its length onwards."""
    # broken: run wherever x is
    # steps = torch.arange(x.shape[1])
    steps = torch.arange(x.shape[1], device=x.device)
    # end
    return x.masked_fill(steps >= lengths[:, None], 0)


@pytest.mark.essential
def test_each_row_is_zero_past_its_length(device):
    x = torch.tensor([[1, 2, 3, 4], [5, 6, 7, 8]], device=device)
    lengths = torch.tensor([3, 1], device=device)
    assert zero_the_padding(x, lengths).tolist() == [[1, 2, 3, 0], [5, 0, 0, 0]]


@pytest.mark.essential
@pytest.mark.parametrize("steps", [3, 7])
def test_it_stays_on_the_device_of_its_input(steps):
    x = torch.ones(2, steps, device="meta")
    lengths = torch.ones(2, device="meta")
    assert zero_the_padding(x, lengths).device == x.device
