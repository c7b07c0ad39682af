"""At length zero the chain rule multiplies infinity by zero.

    length = sqrt(s)     slope 1 / (2 * sqrt(s))     at s = 0: inf
    s = sum of x * x     slope 2 * x                 at x = 0: 0

Their product is nan, although nothing was wrong with the length. Operations
that compute a length or a spread as one step say 0 there. A root that you write
as a step of its own knows nothing of what came before it.
"""

import torch

from koans import __


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
    ] == __
