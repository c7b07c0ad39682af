"""Zero times infinity is nan: a mask has to replace, not to multiply.

A broken sensor says inf or nan. Multiplied by a mask of zeros and ones these
become nan, and one nan makes the whole mean nan. `masked_fill` and `where` do
not compute with what they replace: they do not look at it at all.
"""

import pytest
import torch

inf, nan = float("inf"), float("nan")


def mean_of_valid(readings, valid):
    """Return the mean of the valid readings of each row: (rows,)."""
    # repair: whatever stands where valid is False, it must not count
    kept = readings * valid
    return kept.sum(dim=1) / valid.sum(dim=1)


@pytest.mark.parametrize("garbage", [0.0, 7.0, inf, -inf, nan])
def test_what_is_not_valid_does_not_count(device, garbage):
    readings = torch.tensor([[1.0, 2.0, 6.0], [4.0, 5.0, 9.0]], device=device)
    valid = torch.tensor([[True, False, True], [True, True, False]], device=device)
    readings[0, 1] = readings[1, 2] = garbage
    before = readings.clone()
    assert mean_of_valid(readings, valid).tolist() == [3.5, 4.5]
    torch.testing.assert_close(readings, before, equal_nan=True)


def test_what_is_valid_counts_as_it_is(device):
    readings = torch.tensor([[1.0, nan], [inf, 3.0], [5.0, 8.0]], device=device)
    valid = torch.tensor([[True, True], [True, True], [True, False]], device=device)
    expected = torch.tensor([nan, inf, 5.0], device=device)
    torch.testing.assert_close(mean_of_valid(readings, valid), expected, equal_nan=True)
