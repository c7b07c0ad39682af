"""A pattern is built whole from diagonals and triangles, without a loop.

`diag` lays a row of numbers along a diagonal; a second argument moves it, up
with 1 or 2, down with -1 or -2. `tril` and `triu` keep what lies below or above
a diagonal, `eye` is the middle one. Masks, bands and graphs are sums of these.

    the line A - B - C           A  B  C
    A is beside B             A  .  1  .
    B is beside A and C       B  1  .  1
    C is beside B             C  .  1  .
"""

import pytest
import torch

from koans import __


def neighbours(stations):
    """Return a square matrix: 1 where two stations of a line are beside each other."""
    beside = torch.ones(stations - 1)
    return __


def test_a_line_of_three():
    assert neighbours(3).tolist() == [[0, 1, 0], [1, 0, 1], [0, 1, 0]]


@pytest.mark.parametrize("stations", [4, 7])
def test_a_longer_line(stations):
    beside = neighbours(stations)
    assert beside.shape == (stations, stations)
    for here in range(stations):
        for there in range(stations):
            assert beside[here, there] == (abs(here - there) == 1)
