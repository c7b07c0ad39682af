"""To keep nan out of a gradient, keep bad inputs out of the function.

`where` behind a function comes too late: its slope has been infinite already.
So put a harmless input in the place of each bad one before the function is
called. A second `where`, behind it, still chooses which results count. This is
known as the double where.

Hint: Which `b` may the division never see?
Hint: `torch.where(b != 0, b, 1.0)` has a 1 in the place of each 0.
Hint: Divide by that, then `torch.where(b != 0, quotient, 0.0)`.
Wrong: One `where` behind the division: its slope at 0 is inf, and 0 * inf is nan.
    quotient = torch.where(b != 0, a / b, 0.0)
Wrong: This `where` comes behind the division: at 0 the slope is 0 * inf, nan.
    quotient = torch.where(b == 0, 0, a / b)
Wrong: It chooses among quotients that exist already: the nan is in the slope by then.
    quotient = torch.where(b == 0, 0.0, a / b)
Wrong: `nan_to_num` mends values; the slope at 0 has been inf before.
    quotient = (a / b).nan_to_num(0.0, 0.0, 0.0)
Wrong: The values come out right; the slope has been through a / 0 and is nan.
    quotient = torch.nan_to_num(a / b, nan=0.0, posinf=0.0, neginf=0.0)
Wrong: It makes the largest float of 5 / 0, which is inf, not nan; the slope is nan.
    quotient = torch.nan_to_num(a / b)
Wrong: The harmless input gives a / 1 there: the second `where` is missing.
    quotient = a / torch.where(b != 0, b, 1.0)
Wrong: An eps spoils the small quotients and makes a huge one of each a / 0.
    quotient = a / (b + 1e-8)
Wrong: A mask is no `where`: 0 * (a / b) is 0 * inf.
    quotient = (b != 0) * (a / b)
Wrong: The values are right, but b has lost its gradient.
    safe = torch.where(b != 0, b.detach(), 1.0)
    quotient = torch.where(b != 0, a / safe, 0.0)
Wrong: That clamps the negative b away as well.
    safe = b.clamp(min=1e-6)
    quotient = torch.where(b != 0, a / safe, 0.0)
Right:
    safe = b.masked_fill(b == 0, 1)
    quotient = (a / safe).masked_fill(b == 0, 0)
Right:
    quotient = torch.zeros_like(a)
    quotient[b != 0] = a[b != 0] / b[b != 0]
Right:
    quotient = a / torch.where(b == 0, float("inf"), b)
Right:
    quotient = (b != 0) * a / torch.where(b != 0, b, 1)
See: torch.where
"""

import pytest
import torch


def safe_divide(a, b):
    """Return a / b, and 0 with gradients of 0 where b is 0; a, b of one shape."""
    # blank: divide; b == 0 must harm neither the values nor the gradients
    usable = b != 0
    harmless = torch.where(usable, b, 1.0)
    quotient = torch.where(usable, a / harmless, 0.0)
    # end
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
