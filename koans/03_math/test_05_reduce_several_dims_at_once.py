"""`dim` takes a tuple: several dims are reduced in one call.

Two calls in a row are a trap: after the first one every later dim has moved up
a place, so the second number means another dim. A tuple is read against the
shape you see.
"""

import pytest
import torch

from koans import __


def total_per_station(rain):
    """Add up rain (years, stations, months) for each station (stations,)."""
    return __


def test_each_station_gets_its_own_rain(device):
    rain = torch.tensor([[[1, 2], [30, 40]], [[5, 6], [70, 80]]], device=device)
    assert total_per_station(rain).tolist() == [14, 220]


@pytest.mark.parametrize("years, stations", [(2, 4), (5, 3), (3, 3)])
def test_it_holds_for_any_number_of_stations(device, years, stations):
    rain = torch.randint(100, (years, stations, 12)).to(device)
    totals = total_per_station(rain)
    assert totals.shape == (stations,)
    for station in range(stations):
        assert totals[station] == rain[:, station].sum()
