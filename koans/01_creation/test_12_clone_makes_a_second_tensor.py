"""An assignment gives a tensor a second name, not a second memory.

`before = readings` copies nothing: a change in place shows under both names.
`torch.as_tensor` hands a tensor back as it is. `torch.tensor` does copy, but it
is meant for data that is no tensor yet: given one it warns, and in these tests
a warning is an error. Read it: it says what to write instead.
"""

import pytest
import torch

from koans import __


def calibrate(readings, offset):
    """Subtract offset from the readings in place; return them as they were."""
    before = __
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
