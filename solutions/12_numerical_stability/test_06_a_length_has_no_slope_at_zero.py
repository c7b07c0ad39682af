"""At length zero the chain rule multiplies infinity by zero.

    length = sqrt(s)     slope 1 / (2 * sqrt(s))     at s = 0: inf
    s = sum of x * x     slope 2 * x                 at x = 0: 0

Their product is nan, although nothing was wrong with the length. Operations
that compute a length or a spread as one step say 0 there. A root that you write
as a step of its own knows nothing of what came before it.

Hint: In which of the four does a `sqrt` of yours get a 0?
Hint: A standard deviation is a length as well, of the deviations from the mean.
Hint: `vector_norm` and `std` are one step each.
Wrong: The last one is a root written as a step of its own, of a variance of 0.
    [False, True, False, False]
Wrong: `vector_norm` is one step: its gradient at zero is defined to be 0.
    [True, True, True, True]
Wrong: A root written by hand gives inf * 0 at zero.
    [False, False, False, False]
Wrong: `std` is one step, and says 0 where there is no spread.
    [False, True, True, True]
See: torch.linalg.vector_norm, torch.std
"""

import torch


def gradient_is_nan(function, x):
    """Say whether the gradient of function(x), one number, holds a nan."""
    x = x.clone().requires_grad_()
    y = function(x)
    assert y == 0
    y.backward()
    return x.grad.isnan().any().item()


def test_which_lengths_lose_their_gradient(device):
    still = torch.zeros(3, device=device)
    assert [
        gradient_is_nan(lambda x: torch.linalg.vector_norm(x), still),
        gradient_is_nan(lambda x: x.square().sum().sqrt(), still),
        gradient_is_nan(lambda x: x.std(), still),
        gradient_is_nan(lambda x: x.var().sqrt(), still),
    ] == [False, True, False, True]  # blank
