"""`where` hides a bad value from you, but not from the backward pass.

     x    1 / x   where(x != 0, 1 / x, 0)   slope -1 / x^2   gradient
     2     0.5              0.5                 -0.25        1 * -0.25 = -0.25
     0     inf              0                   -inf         0 * -inf  = nan

Both branches are computed for every element, and backward goes through both.
The branch that was not chosen is sent a gradient of 0, and then multiplies it
by its own slope. 0 times a number is 0; 0 times inf or nan is nan.

Hint: The slope of sqrt is 1 / (2 * sqrt(x)), that of log is 1 / x.
Hint: Write down the slopes at 4, 0 and -1 first. Which ones are inf or nan?
Hint: sqrt(-1) is nan, and so is the slope there; the slope of log at -1 is 1 / -1.
Wrong: `where` sends a 0 into the other branch, and the branch multiplies it.
    [[False, False, False], [False, False, False]]
Wrong: The slope of log at -1 is -1, and 0 * -1 is 0, although log(-1) is nan.
    [[False, True, True], [False, True, True]]
Wrong: At -1 the slope of sqrt is 1 / (2 * nan): 0 times that is nan.
    [[False, True, False], [False, True, False]]
Wrong: At 0 the slope is infinite, and 0 * inf is nan.
    [[False, False, True], [False, False, False]]
Wrong: A nan stays with its element; the others keep their gradient.
    [[True, True, True], [True, True, True]]
See: torch.where
"""

import pytest
import torch


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
    ] == [[False, True, True], [False, True, False]]  # blank
