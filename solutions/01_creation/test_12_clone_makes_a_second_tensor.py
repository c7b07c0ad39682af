"""An assignment gives a tensor a second name, not a second memory.

`before = readings` copies nothing: a change in place shows under both names.
`torch.as_tensor` hands a tensor back as it is. `torch.tensor` does copy, but it
is meant for data that is no tensor yet: given one it warns, and in these tests
a warning is an error. Read it: it says what to write instead.

Hint: Try `torch.tensor(readings)` and read what the warning recommends.
Hint: Which method of a tensor returns an equal tensor in memory of its own?
Hint: `readings.clone()`
Wrong: That is a second name: `-=` changes what both names stand for.
    readings
Wrong: `torch.tensor` of a tensor copies and warns: it is for lists and arrays.
    torch.tensor(readings)
Wrong: `as_tensor` copies only what is no tensor yet: this is the same tensor.
    torch.as_tensor(readings)
Wrong: A full slice of a list is a copy, of a tensor it is the same memory.
    readings[:]
Wrong: Through a list the numbers survive, but not the dtype.
    torch.tensor(readings.tolist())
Wrong: `detach` is half of it: a new tensor, but in the same memory.
    readings.detach()
Right:
    readings.detach().clone()
Right:
    readings.clone().detach()
Right:
    torch.clone(readings)
Right:
    torch.empty_like(readings).copy_(readings)
Right:
    torch.asarray(readings, copy=True)
See: torch.clone, torch.tensor, torch.as_tensor
"""

import pytest
import torch


def calibrate(readings, offset):
    """Subtract offset from the readings in place; return them as they were."""
    before = readings.clone()  # blank
    readings -= offset
    return before


@pytest.mark.parametrize("dtype", [torch.float64, torch.int16])
def test_the_old_readings_survive(device, dtype):
    readings = torch.tensor([[20, 24, 23], [19, 21, 25]], dtype=dtype, device=device)
    before = calibrate(readings, offset=3)
    assert readings.tolist() == [[17, 21, 20], [16, 18, 22]]
    assert before.tolist() == [[20, 24, 23], [19, 21, 25]]
    assert before.dtype == dtype
    assert before.device == device
