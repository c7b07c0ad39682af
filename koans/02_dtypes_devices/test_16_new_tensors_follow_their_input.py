"""A tensor made inside a function belongs on the device of its input.

`torch.arange(5)` is made on the CPU, wherever your data is. On a CPU nobody
notices; the first run on a GPU stops at the first line that mixes the two.
Here the `meta` device, whose tensors have a shape and no numbers, stands in
for the GPU you may not have: it refuses the mixture in the same way.
"""

import pytest
import torch


def zero_the_padding(x, lengths):
    """Set each row of x (batch, steps) to zero from its length onwards."""
    # repair: run wherever x is
    steps = torch.arange(x.shape[1])
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
