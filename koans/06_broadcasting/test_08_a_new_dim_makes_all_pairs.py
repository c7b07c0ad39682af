"""A dim of size 1 in the right place makes all pairs, without a loop.

To subtract every center from every point, give the points a place where the
centers can vary:

    points    (N, 1, D)
    centers      (M, D)
    offsets   (N, M, D)
"""

import pytest
import torch

from koans import __


def distances(points, centers):
    """Return how far points (N, D) are from centers (M, D), as (N, M)."""
    offsets = __ - centers
    return offsets.square().sum(dim=-1).sqrt()


def test_two_points_and_three_centers(device):
    points = torch.tensor([[0.0, 0.0], [3.0, 0.0]], device=device)
    centers = torch.tensor([[0.0, 4.0], [0.0, 0.0], [3.0, 1.0]], device=device)
    table = distances(points, centers)
    assert table.shape == (2, 3)
    assert table[:, :2].tolist() == [[4, 0], [5, 3]]


@pytest.mark.parametrize("n, m, d", [(5, 4, 2), (4, 4, 3), (3, 3, 3), (1, 6, 1)])
def test_every_point_meets_every_center(device, n, m, d):
    points, centers = torch.randn(n, d).to(device), torch.randn(m, d).to(device)
    expected = torch.cdist(points, centers)
    table = distances(points, centers)
    torch.testing.assert_close(table, expected, rtol=1e-4, atol=1e-5)
