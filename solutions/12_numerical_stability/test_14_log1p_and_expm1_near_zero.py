"""Adding 1 to a tiny number forgets the tiny number.

    1 + 0.00000001 = 1     in float32, which keeps seven digits

An interest, a growth rate, a small probability lose their digits at the moment
you add 1. `log1p(t)` is log(1 + t) and `expm1(t)` is exp(t) - 1, both exact for
t near zero, where the result is nearly t itself.

Hint: (1 + rate) ** periods is exp(periods * log(1 + rate)).
Hint: Which function is log(1 + ...), and which one is exp(...) - 1?
Hint: `torch.expm1(periods * ...)`
Wrong: 1 + rate is 1 for a small rate: all growth is gone.
    (1 + rate) ** periods - 1
Wrong: The log is exact; exp gives nearly 1, and the 1 taken off leaves rounding.
    (periods * torch.log1p(rate)).exp() - 1
Wrong: The 1 was added before the log: the digits are gone there.
    torch.expm1(periods * torch.log(1 + rate))
Wrong: That is simple interest: it leaves out the interest on interest.
    periods * rate
Wrong: float64 keeps sixteen digits: that moves the loss to smaller rates.
    ((1 + rate.double()) ** periods - 1).float()
Right:
    torch.expm1(torch.log1p(rate) * periods)
Right:
    rate.log1p().mul(periods).expm1()
See: torch.log1p, torch.expm1
"""

import pytest
import torch


def growth(rate, periods):
    """Return (1 + rate) ** periods - 1: what compound interest adds to 1."""
    return torch.expm1(periods * torch.log1p(rate))  # blank


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
