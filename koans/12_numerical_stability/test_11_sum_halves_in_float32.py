"""A sum of halves is stored as a half, unless you ask for more.

    float16: nothing above 65504; above 2048 every second integer
    bfloat16: above 256 every second integer

torch adds halves up in float32, and then rounds the total to the dtype of the
input. Converting the result brings nothing back. What must be wide is the
total, so say it before the first addition.
"""

import pytest
import torch

from koans import __


def totals(activations):
    """Return the total of each row of halves (rows, features), in float32."""
    return __


def test_a_total_too_large_for_a_half(device):
    activations = torch.tensor([[30000, 30000, 30000], [2048, 1, 0]], device=device)
    assert totals(activations.half()).tolist() == [90000, 2049]


@pytest.mark.parametrize("dtype", [torch.float16, torch.bfloat16])
@pytest.mark.parametrize("rows, features", [(2, 999), (5, 1201)])
def test_small_numbers_that_add_up(device, dtype, rows, features):
    quarters = torch.randint(1, 9, (rows, features)).to(device)
    activations = quarters.to(dtype) / 4
    found = totals(activations)
    assert found.dtype == torch.float32
    assert (4 * found).tolist() == quarters.sum(dim=1).tolist()
