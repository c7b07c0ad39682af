"""E[x^2] - E[x]^2 subtracts two huge numbers to find a small one.

On paper it is the variance. In float32 the squares are rounded first, and near
100 million only every eighth integer exists. What is left after the subtraction
is rounding. Taking the deviations first, as `var` does, keeps them small; so
does any shift, for a variance does not care where zero is.

Hint: 9999^2 is 99980001 and 10001^2 is 100020001: to which multiples of 8?
Hint: The mean of those two multiples is 100000000, and 10000 * 10000 is too.
Hint: After the shift the readings are -1 and 1, whose squares are exact.
Wrong: On paper, yes. The two squares have been rounded before they meet.
    [1, 1, 1]
Wrong: Shifted, the numbers are small, and nothing is rounded.
    [0, 0, 1]
Wrong: `var` subtracts the mean before it squares.
    [0, 1, 0]
Wrong: `correction=0` divides by N = 2: the variance is 2 / 2.
    [0, 1, 2]
Wrong: Both squares lose exactly 1 when they are rounded; their mean does too.
    [8, 1, 1]
See: torch.var
"""

import torch


def short_variance(x):
    """Return the mean of the squares less the square of the mean."""
    return x.square().mean() - x.mean().square()


def test_the_spread_of_two_large_readings(device):
    readings = torch.tensor([9999.0, 10001.0], device=device)
    assert [
        short_variance(readings).item(),
        short_variance(readings - 10_000).item(),
        readings.var(correction=0).item(),
    ] == [0, 1, 1]  # blank
