"""`x[mask] = value` writes to x; a method of `x[mask]` writes to a copy.

`x[mask] = value` is one operation: x writes the value to itself. But
`x[mask].fill_(value)` is two: `x[mask]` takes a copy, and `fill_` fills that
copy, which nobody keeps. No error, no warning, and x is as it was.

Hint: Whose memory does `fill_` write to?
Hint: The mask must stand on the left of an `=`, or in an in-place method of `readings`.
Hint: `readings[gaps] = ...`
Wrong: `[:]` is one more index into the same copy.
    readings[gaps][:] = value
Wrong: This gives a new tensor the old name; the caller still holds the old one.
    readings = readings.masked_fill(gaps, value)
Wrong: Without the underscore the filled tensor is returned, and nobody takes it.
    readings.masked_fill(gaps, value)
Wrong: `~gaps` are the good readings: they are gone now, and the gaps remain.
    readings[~gaps] = value
Wrong: Rows with a gap also hold good readings: name the elements, not the rows.
    readings[gaps.any(dim=1)] = value
Right:
    readings.masked_fill_(gaps, value)
Right:
    readings.copy_(torch.where(gaps, value, readings))
Right:
    readings[:] = readings.masked_fill(gaps, value)
Right:
    readings[gaps.nonzero(as_tuple=True)] = value
See: torch.Tensor.masked_fill_, torch.Tensor.index_put_
"""

import pytest
import torch


def fill_gaps(readings, gaps, value):
    """Set the readings to value where gaps is True, in the caller's own tensor."""
    # broken: after the call the caller's readings have no gaps
    # readings[gaps].fill_(value)
    readings[gaps] = value
    # end


@pytest.mark.parametrize(("sensors", "value"), [(3, -1.0), (5, 0.5)])
def test_the_caller_sees_the_gaps_filled(device, sensors, value):
    archive = torch.randn(8, 2 * sensors).to(device)
    gaps = torch.rand(8, sensors).to(device) < 0.3
    gaps[0, 1], gaps[0, 2] = True, False
    expected = archive.tolist()
    for i, j in gaps.nonzero().tolist():
        expected[i][sensors + j] = value

    fill_gaps(archive[:, sensors:], gaps, value)  # half of the archive

    assert archive.tolist() == expected
