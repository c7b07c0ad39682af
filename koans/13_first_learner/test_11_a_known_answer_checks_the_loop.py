"""A problem with a known answer tells whether your training loop works.

The line with the least squared error needs no descent: linear algebra finds the
bottom in one call. Where the two disagree, the loop is wrong or not done yet.
Try a new loop on such a problem before you trust it with one whose answer nobody
knows. The column of ones in `design` gives the line its intercept.
"""

import pytest
import torch

from koans import __


def best_line(x, y):
    """Return (slope, intercept), shape (2,), with the least squared error."""
    design = torch.stack([x, torch.ones_like(x)], dim=1)
    return __


def descended_line(x, y, learning_rate=0.3, steps=60):
    line = torch.zeros(2, device=x.device, requires_grad=True)
    for _ in range(steps):
        loss = (line[0] * x + line[1] - y).square().mean()
        (gradient,) = torch.autograd.grad(loss, line)
        with torch.no_grad():
            line -= learning_rate * gradient
    return line.detach()


@pytest.mark.parametrize("count", [5, 12])
def test_descent_finds_the_same_line(device, count):
    x = torch.linspace(-1, 2, count, device=device)
    y = 3 * x - 2 + torch.randn(count).to(device)
    torch.testing.assert_close(
        descended_line(x, y), best_line(x, y), rtol=1e-4, atol=1e-4
    )
