"""`dim` takes a tuple: several dims are reduced in one call.

Two calls in a row are a trap: after the first one every later dim has moved up
a place, so the second number means another dim. A tuple is read against the
shape you see.

Hint: Of (years, stations, months), which dims may not be left in the result?
Hint: Years are dim 0 and months are dim 2.
Hint: `rain.sum(dim=(first, second))` with the two numbers of those dims.
Wrong: That adds the stations up and keeps years and months.
    rain.sum(dim=1)
Wrong: After the first sum the months have moved up to dim 1: dim 2 is gone.
    rain.sum(dim=0).sum(dim=2)
Wrong: That is the total of each month, over all years and stations.
    rain.sum(dim=(0, 1))
Wrong: That is the total of each month: after the first sum dim 0 is the stations.
    rain.sum(dim=0).sum(dim=0)
Wrong: A reshape does not reorder: months of one station stand apart in memory.
    rain.reshape(rain.shape[1], -1).sum(dim=1)
Wrong: `keepdim` leaves the shape (1, stations, 1).
    rain.sum(dim=(0, 2), keepdim=True)
Right:
    rain.sum(dim=(-1, 0))
Right:
    rain.sum((0, 2))
Right:
    rain.sum(dim=2).sum(dim=0)
Right:
    rain.sum(dim=0).sum(dim=1)
Right:
    torch.einsum("ysm->s", rain)
Right:
    rain.transpose(0, 1).flatten(1).sum(dim=1)
See: torch.sum
"""

import pytest
import torch


def total_per_station(rain):
    """Add up rain (years, stations, months) for each station (stations,)."""
    return rain.sum(dim=(0, 2))  # blank


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
