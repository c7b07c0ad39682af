"""The mean of integers needs a dtype in which it can be said.

The mean of 3 and 4 is no integer, and `mean` answers in the dtype of its input
unless it is told another. torch does not choose for you, it raises
"could not infer output dtype". `std` and `softmax` refuse integers as well;
`exp` and `/` answer in the default dtype. Ratings are bytes here: 0 to 255.
"""

import pytest
import torch

from koans import __


def average(ratings):
    """Return the mean of ratings (N,), uint8, as a 0-dim float tensor."""
    return __


def test_the_average_keeps_its_fraction(device):
    ratings = torch.tensor([200, 100, 101], dtype=torch.uint8, device=device)
    mean = average(ratings)
    assert mean.is_floating_point()
    assert mean.item() == pytest.approx(401 / 3)


@pytest.mark.parametrize("count", [7, 1000])
def test_many_ratings_overflow_no_byte(device, count):
    ratings = torch.randint(256, (count,), dtype=torch.uint8)
    mean = average(ratings.to(device))
    assert mean.item() == pytest.approx(sum(ratings.tolist()) / count)
