"""E[x^2] - E[x]^2 subtracts two huge numbers to find a small one.

On paper it is the variance. In float32 the squares are rounded first, and near
100 million only every eighth integer exists. What is left after the subtraction
is rounding. Taking the deviations first, as `var` does, keeps them small; so
does any shift, for a variance does not care where zero is.
"""

import torch

from koans import __


def short_variance(x):
    """Return the mean of the squares less the square of the mean."""
    return x.square().mean() - x.mean().square()


def test_the_spread_of_two_large_readings(device):
    readings = torch.tensor([9999.0, 10001.0], device=device)
    assert [
        short_variance(readings).item(),
        short_variance(readings - 10_000).item(),
        readings.var(correction=0).item(),
    ] == __
