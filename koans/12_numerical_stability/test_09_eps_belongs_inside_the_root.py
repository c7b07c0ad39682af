"""An eps that guards a root stands inside it.

Inside or behind, eps saves the division: a row of zeros stays a row of zeros.
But the slope of a root is 1 / (2 * root), without the eps that is added behind
it: inf at zero. Inside, eps keeps the root itself away from zero, and with it
the value and the slope. The normalisation layers of torch do it so.
"""

import pytest
import torch
import torch.nn.functional as F

from koans import __


def rms_normalise(x, eps=1e-6):
    """Divide each row of x by the root of the mean of its squares, eps guarded."""
    scale = __
    return x / scale


def test_a_row_of_zeros_has_a_gradient(device):
    x = torch.zeros(2, 3, device=device, requires_grad=True)
    y = rms_normalise(x, eps=1e-4)
    y.sum().backward()
    assert y.tolist() == [[0, 0, 0], [0, 0, 0]]
    torch.testing.assert_close(x.grad, torch.full_like(x, 100))


@pytest.mark.parametrize("shape", [(3, 4), (5, 5), (2, 3, 6)])
def test_rows_of_any_size_down_to_zero(device, shape):
    rows = torch.randn(shape)
    rows[0] *= 1e-3
    rows[1] = 0
    x = rows.to(device).requires_grad_()
    pull = torch.randn(shape).to(device)
    expected = F.rms_norm(x, shape[-1:], eps=1e-6)
    (wanted,) = torch.autograd.grad(expected, x, pull)
    found = rms_normalise(x)
    (gradient,) = torch.autograd.grad(found, x, pull)
    torch.testing.assert_close(found, expected, rtol=1e-4, atol=1e-5)
    torch.testing.assert_close(gradient, wanted, rtol=1e-3, atol=1e-4)
