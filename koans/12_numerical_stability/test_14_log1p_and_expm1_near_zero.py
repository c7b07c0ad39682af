"""Adding 1 to a tiny number forgets the tiny number.

    1 + 0.00000001 = 1     in float32, which keeps seven digits

An interest, a growth rate, a small probability lose their digits at the moment
you add 1. `log1p(t)` is log(1 + t) and `expm1(t)` is exp(t) - 1, both exact for
t near zero, where the result is nearly t itself.
"""

import pytest
import torch

from koans import __


def growth(rate, periods):
    """Return (1 + rate) ** periods - 1: what compound interest adds to 1."""
    return __


def test_five_per_cent_for_twelve_years(device):
    rate = torch.tensor([0.05, 1.0], device=device)
    expected = torch.tensor([0.795856, 4095], device=device)
    torch.testing.assert_close(growth(rate, 12), expected, rtol=1e-5, atol=0)


@pytest.mark.parametrize("rate", [1e-4, 1e-8, 1e-18])
@pytest.mark.parametrize("periods", [3, 7])
def test_small_rates_grow_as_well(device, rate, periods):
    found = growth(torch.tensor([rate, -rate], device=device), periods)
    first, second = periods * rate, periods * (periods - 1) / 2 * rate**2
    expected = torch.tensor([first + second, -first + second], device=device)
    torch.testing.assert_close(found, expected, rtol=1e-5, atol=0)
