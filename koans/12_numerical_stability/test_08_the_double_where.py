"""To keep nan out of a gradient, keep bad inputs out of the function.

`where` behind a function comes too late: its slope has been infinite already.
So put a harmless input in the place of each bad one before the function is
called. A second `where`, behind it, still chooses which results count. This is
known as the double where.
"""

import pytest
import torch

from koans import __


def safe_divide(a, b):
    """Return a / b, and 0 with gradients of 0 where b is 0; a, b of one shape."""
    __("divide; b == 0 must harm neither the values nor the gradients")
    return quotient


def test_its_values(device):
    a = torch.tensor([6.0, 5.0, 0.0, 1e-6], device=device)
    b = torch.tensor([-2.0, 0.0, 0.0, 1e-6], device=device)
    assert safe_divide(a, b).tolist() == [-3, 0, 0, 1]


@pytest.mark.parametrize("shape", [(7,), (4, 5)])
def test_its_gradients(device, shape):
    a, b, pull = torch.randn(3, *shape)
    b += b.sign() / 10
    b.view(-1)[::3] = 0
    a, b = a.to(device).requires_grad_(), b.to(device).requires_grad_()
    pull, usable = pull.to(device), b != 0
    gradients = torch.autograd.grad(safe_divide(a, b), (a, b), pull)
    for gradient, slope in zip(gradients, (1 / b, -a / b**2)):
        expected = (pull * slope)[usable]
        torch.testing.assert_close(gradient[usable], expected, rtol=1e-4, atol=1e-5)
        assert (gradient[~usable] == 0).all()
