"""The mean of integers needs a dtype in which it can be said.

The mean of 3 and 4 is no integer, and `mean` answers in the dtype of its input
unless it is told another. torch does not choose for you, it raises
"could not infer output dtype". `std` and `softmax` refuse integers as well;
`exp` and `/` answer in the default dtype. Ratings are bytes here: 0 to 255.

Hint: What must change first: the numbers or the function?
Hint: `mean` takes `dtype=`, and a tensor has `float()`.
Wrong: Integers have no mean in torch: this is the line that raises.
    ratings.mean()
Wrong: A mean in int64 is refused too: it could not hold a fraction.
    ratings.mean(dtype=torch.int64)
Wrong: `//` rounds down: the fraction is lost.
    (ratings.sum() // len(ratings)).float()
Wrong: The lower middle is one of the ratings; the mean lies between them.
    ratings.median().float()
Wrong: bfloat16 keeps eight bits, about three digits of the answer.
    ratings.bfloat16().mean()
Wrong: A sum of bytes that is kept in a byte wraps at 256.
    ratings.sum(dtype=torch.uint8) / len(ratings)
Right:
    ratings.float().mean()
Right:
    ratings.sum() / len(ratings)
Right:
    ratings.to(torch.float32).mean()
Right:
    ratings.double().mean()
See: torch.mean
"""

import pytest
import torch


def average(ratings):
    """Return the mean of ratings (N,), uint8, as a 0-dim float tensor."""
    return ratings.mean(dtype=torch.float32)  # blank


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
