"""`max` over a dim returns two tensors, of which most code wants one.

Without `dim`, `max` gives one number. With `dim` it gives a named pair, because
whoever finds the largest element also knows where it stood. `min`, `median`,
`mode`, `sort` and `topk` do the same; `amax` and `argmax` give one half each.
"""

import pytest
import torch

from koans import __


def peaks(readings):
    """Return each station's highest reading and its hour, both (stations,).

    readings (stations, hours)
    """
    values, hours = __
    return values, hours


def test_the_peak_and_its_hour(device):
    readings = torch.tensor([[0.5, 9.5, 2.5], [8.5, 7.5, 8.0]], device=device)
    values, hours = peaks(readings)
    assert values.tolist() == [9.5, 8.5]
    assert hours.tolist() == [1, 0]


@pytest.mark.parametrize("stations, hours", [(4, 6), (7, 3), (5, 5)])
def test_every_row_has_its_own_peak(device, stations, hours):
    readings = torch.randn(stations, hours).to(device)
    values, places = peaks(readings)
    assert values.shape == places.shape == (stations,)
    for row, value, place in zip(readings, values, places):
        assert row[place] == value == row.max()
