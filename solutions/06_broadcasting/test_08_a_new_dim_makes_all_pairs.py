"""A dim of size 1 in the right place makes all pairs, without a loop.

To subtract every center from every point, give the points a place where the
centers can vary:

    points    (N, 1, D)
    centers      (M, D)
    offsets   (N, M, D)

Hint: Which dim of the offsets counts the centers? There the points need a 1.
Hint: `None` in an index makes a dim of size 1.
Hint: Keep dim 0, then the new dim: `points[:, ...]` with None in place of the dots.
Wrong: Point i meets center i only, and that only if there are as many of each.
    points
Wrong: A 1 in front changes nothing: a missing dim counts as 1 anyway.
    points[None]
Wrong: The 1 at the end sets coordinates against coordinates.
    points[..., None]
Wrong: A transpose makes no new dim, so there is no room for the pairs.
    points.T
Right:
    points[:, None, :]
Right:
    points.unsqueeze(1)
Right:
    points.reshape(len(points), 1, -1)
Right:
    points.unsqueeze(-2)
See: torch.unsqueeze, torch.cdist
"""

import pytest
import torch


def distances(points, centers):
    """Return how far points (N, D) are from centers (M, D), as (N, M)."""
    offsets = points[:, None] - centers  # blank: points[:, None]
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
