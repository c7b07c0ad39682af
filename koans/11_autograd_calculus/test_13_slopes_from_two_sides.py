"""A slope measured from both sides is far better than from one.

Move one input by eps and look how far f moves: that is a slope, with an error
that shrinks as eps. Move it to both sides and the errors cancel: what is left
shrinks as eps * eps. Two calls of f for each input make this far too slow to
train with, and ideal to check a backward pass.
"""

import pytest
import torch

from koans import __


def measured_gradient(f, x, eps=1e-3):
    """Measure the gradient of f at x (contiguous, any shape) without autograd."""
    gradient = torch.zeros_like(x)
    __("for each element, the slope of f from eps below to eps above")
    return gradient


@pytest.mark.parametrize("shape", [(4,), (2, 3)])
def test_it_agrees_with_the_formula(shape):
    x = 1 + torch.rand(shape, dtype=torch.float64)
    before = x.clone()

    exact = 4 * x**3
    found = measured_gradient(lambda x: (x**4).sum(), x)
    torch.testing.assert_close(found, exact, rtol=1e-5, atol=0)

    exact = x.prod() / x
    found = measured_gradient(torch.prod, x)
    torch.testing.assert_close(found, exact, rtol=1e-5, atol=0)

    # ((x + eps)**3 - (x - eps)**3) / (2 * eps) is 3 * x**2 + eps**2
    found = measured_gradient(lambda x: (x**3).sum(), x, eps=0.5)
    torch.testing.assert_close(found, 3 * x**2 + 0.25)
    assert x.tolist() == before.tolist(), "x belongs to the caller"
