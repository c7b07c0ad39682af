"""`where` hides a bad value from you, but not from the backward pass.

     x    1 / x   where(x != 0, 1 / x, 0)   slope -1 / x^2   gradient
     2     0.5              0.5                 -0.25        1 * -0.25 = -0.25
     0     inf              0                   -inf         0 * -inf  = nan

Both branches are computed for every element, and backward goes through both.
The branch that was not chosen is sent a gradient of 0, and then multiplies it
by its own slope. 0 times a number is 0; 0 times inf or nan is nan.
"""

import pytest
import torch

from koans import __


def gradient_is_nan(function, x):
    """Say for each x whether the gradient of where(x > 0, function(x), 0) is nan."""
    x = x.clone().requires_grad_()
    y = torch.where(x > 0, function(x), 0)
    assert y.isfinite().all()
    y.sum().backward()
    return x.grad.isnan().tolist()


@pytest.mark.essential
def test_the_values_are_fine_and_the_gradients(device):
    x = torch.tensor([4.0, 0.0, -1.0], device=device)
    assert [
        gradient_is_nan(torch.sqrt, x),
        gradient_is_nan(torch.log, x),
    ] == __
