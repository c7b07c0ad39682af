"""All points that a linear model finds equally likely lie on one line.

The probability is sigmoid of the logit, and sigmoid only rises. So a point has
probability p exactly where its logit is log(p / (1 - p)), 0 for one half. For
two features that is an equation of a line, solved here for the second feature:

    weight[0] * hours + weight[1] * sleep + bias = logit

Another p moves the line and never turns it. All of them cross the weight vector
at a right angle.
"""

import pytest
import torch

from koans import __


def sleep_needed(hours, weight, bias, probability):
    """Return the sleep with which so many hours of study pass with probability."""
    logit = torch.tensor(probability).logit()
    return __


@pytest.mark.parametrize("probability", [0.5, 0.1, 0.9])
def test_the_line_has_the_probability(device, probability):
    hours = torch.linspace(0, 8, 5, device=device)
    weight = torch.tensor([0.75, 1.5], device=device) + torch.rand(2).to(device)
    bias = torch.tensor(-9.0, device=device)
    sleep = sleep_needed(hours, weight, bias, probability)
    points = torch.stack([hours, sleep], dim=1)
    passes = (points @ weight + bias).sigmoid()
    expected = torch.full_like(passes, probability)
    torch.testing.assert_close(passes, expected, rtol=1e-4, atol=1e-5)
