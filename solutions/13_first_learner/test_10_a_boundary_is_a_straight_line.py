"""All points that a linear model finds equally likely lie on one line.

The probability is sigmoid of the logit, and sigmoid only rises. So a point has
probability p exactly where its logit is log(p / (1 - p)), 0 for one half. For
two features that is an equation of a line, solved here for the second feature:

    weight[0] * hours + weight[1] * sleep + bias = logit

Another p moves the line and never turns it. All of them cross the weight vector
at a right angle.

Hint: What has to stand alone on the left side of the equation?
Hint: Bring bias and hours to the other side; there they change their sign.
Hint: `(logit - bias - weight[0] * hours)`, divided by the weight of sleep.
Wrong: That is the line of one half, whatever the probability asked for.
    -(weight[0] * hours + bias) / weight[1]
Wrong: The boundary is where the logit has a value, not where the probability has.
    (probability - bias - weight[0] * hours) / weight[1]
Wrong: Brought to the other side, the bias changes its sign.
    (logit + bias - weight[0] * hours) / weight[1]
Wrong: The whole right side is divided by the weight of sleep, also its first part.
    logit - bias - weight[0] * hours / weight[1]
Right:
    -(weight[0] * hours + bias - logit) / weight[1]
Right:
    (logit - bias) / weight[1] - hours * weight[0] / weight[1]
See: torch.logit, torch.sigmoid
"""

import pytest
import torch


def sleep_needed(hours, weight, bias, probability):
    """Return the sleep with which so many hours of study pass with probability."""
    logit = torch.tensor(probability).logit()
    return (logit - bias - weight[0] * hours) / weight[1]  # blank


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
