"""A pattern is built whole from diagonals and triangles, without a loop.

`diag` lays a row of numbers along a diagonal; a second argument moves it, up
with 1 or 2, down with -1 or -2. `tril` and `triu` keep what lies below or above
a diagonal, `eye` is the middle one. Masks, bands and graphs are sums of these.

    the line A - B - C           A  B  C
    A is beside B             A  .  1  .
    B is beside A and C       B  1  .  1
    C is beside B             C  .  1  .

Hint: Along which lines do the ones lie in the picture?
Hint: Two diagonals, each one step away from the middle, and shorter by one.
Hint: `torch.diag(beside, 1)` is the upper one, -1 makes the lower one. Add them.
Wrong: That says who comes next; each station is beside the one before it too.
    torch.diag(beside, 1)
Wrong: The middle diagonal is in there: no station is beside itself.
    torch.ones(stations, stations).triu(-1).tril(1)
Wrong: That connects all stations with all: the line is lost.
    torch.ones(stations, stations) - torch.eye(stations)
Wrong: `roll` goes round: it connects the last station with the first.
    torch.eye(stations).roll(1, 0) + torch.eye(stations).roll(-1, 0)
Right:
    torch.ones(stations, stations).triu(-1).tril(1) - torch.eye(stations)
Right:
    beside.diag(1) + beside.diag(-1)
Right:
    (torch.arange(stations) - torch.arange(stations)[:, None]).abs() == 1
See: torch.diag, torch.tril, torch.triu, torch.eye
"""

import pytest
import torch


def neighbours(stations):
    """Return a square matrix: 1 where two stations of a line are beside each other."""
    beside = torch.ones(stations - 1)
    return torch.diag(beside, 1) + torch.diag(beside, -1)  # blank


def test_a_line_of_three():
    assert neighbours(3).tolist() == [[0, 1, 0], [1, 0, 1], [0, 1, 0]]


@pytest.mark.parametrize("stations", [4, 7])
def test_a_longer_line(stations):
    beside = neighbours(stations)
    assert beside.shape == (stations, stations)
    for here in range(stations):
        for there in range(stations):
            assert beside[here, there] == (abs(here - there) == 1)
