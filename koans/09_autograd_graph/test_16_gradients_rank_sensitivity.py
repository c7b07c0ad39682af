"""One gradient tells how far a nudge of each input moves the output.

Nudge one input after the other and look how far the output moves: that costs
one forward pass for each input. One backward pass tells it for all of them at
once, whether there are eight or a million. This is what saliency maps show.
"""

import pytest
import torch

from koans import __


def most_sensitive_first(model, readings):
    """Return the indices of readings (N,), the one that moves model(x) most first."""
    x = readings.clone().requires_grad_()
    model(x).backward()
    return __


@pytest.mark.parametrize("inputs", [8, 21])
def test_the_order_is_that_of_small_nudges(device, inputs):
    gains, readings = torch.randn(2, inputs, dtype=torch.float64).to(device)

    def model(x):
        return (gains * x).sin().sum()

    step = 1e-6
    nudges = step * torch.eye(inputs, dtype=torch.float64, device=device)
    moves = [abs(model(readings + nudge) - model(readings)) for nudge in nudges]
    slopes = torch.stack(moves) / step

    order = most_sensitive_first(model, readings)
    expected = slopes.sort(descending=True).values
    torch.testing.assert_close(slopes[order], expected, rtol=1e-4, atol=1e-4)
