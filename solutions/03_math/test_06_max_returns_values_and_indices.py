"""`max` over a dim returns two tensors, of which most code wants one.

Without `dim`, `max` gives one number. With `dim` it gives a named pair, because
whoever finds the largest element also knows where it stood. `min`, `median`,
`mode`, `sort` and `topk` do the same; `amax` and `argmax` give one half each.

Hint: In which order do the two halves come, and over which dim?
Hint: Each station is a row: its hours lie along dim 1.
Hint: `readings.max(dim=...)` with the dim of the hours.
Wrong: Without `dim` there is one largest number, and no pair to take apart.
    readings.max()
Wrong: Dim 0 is the stations: that is the highest reading of each hour.
    readings.max(dim=0)
Wrong: The values come first, the indices second.
    (readings.argmax(dim=1), readings.amax(dim=1))
Wrong: `amax` gives the values alone: there are no indices to take.
    readings.amax(dim=1)
Wrong: Without `dim`, `argmax` counts through the whole tensor.
    (readings.amax(dim=1), readings.argmax())
Right:
    readings.max(dim=-1)
Right:
    torch.max(readings, 1)
Right:
    (readings.amax(dim=1), readings.argmax(dim=1))
See: torch.max, torch.amax, torch.argmax
"""

import pytest
import torch


def peaks(readings):
    """Return each station's highest reading and its hour, both (stations,).

    readings (stations, hours)
    """
    values, hours = readings.max(dim=1)  # blank
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
