"""A sum of halves is stored as a half, unless you ask for more.

    float16: nothing above 65504; above 2048 every second integer
    bfloat16: above 256 every second integer

torch adds halves up in float32, and then rounds the total to the dtype of the
input. Converting the result brings nothing back. What must be wide is the
total, so say it before the first addition.

Hint: When is the total rounded: before or after your conversion?
Hint: `sum` takes a `dtype`.
Wrong: The total has overflowed and been rounded before it is converted.
    activations.sum(dim=1).float()
Wrong: As a half, the total overflows or is rounded.
    activations.sum(dim=1)
Wrong: The mean fits, but it is rounded to a half before it is multiplied.
    activations.mean(dim=1).float() * activations.shape[1]
Wrong: The totals belong to the rows: dim 1 is the one to sum away.
    activations.sum(dim=0, dtype=torch.float32)
Wrong: Whole numbers: what stands behind the point is cut off before it is added.
    activations.long().sum(dim=1).float()
Wrong: bfloat16 has the range, but only eight bits of precision.
    activations.bfloat16().sum(dim=1).float()
Right:
    torch.sum(activations, 1, dtype=torch.float32)
Right:
    activations.float().sum(dim=1)
Right:
    activations.to(torch.float32).sum(dim=-1)
See: torch.sum
"""

import pytest
import torch


def totals(activations):
    """Return the total of each row of halves (rows, features), in float32."""
    return activations.sum(dim=1, dtype=torch.float32)  # blank


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
