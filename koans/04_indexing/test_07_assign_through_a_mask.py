"""`x[mask] = value` writes to x; a method of `x[mask]` writes to a copy.

`x[mask] = value` is one operation: x writes the value to itself. But
`x[mask].fill_(value)` is two: `x[mask]` takes a copy, and `fill_` fills that
copy, which nobody keeps. No error, no warning, and x is as it was.
"""

import pytest
import torch


def fill_gaps(readings, gaps, value):
    """Set the readings to value where gaps is True, in the caller's own tensor."""
    # repair: after the call the caller's readings have no gaps
    readings[gaps].fill_(value)


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
