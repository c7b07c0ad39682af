"""In a bowl, every step multiplies the distance left by one factor.

The loss (w - 3)**2 has the gradient 2 * (w - 3), twice the distance to its
bottom. So a step takes `2 * learning_rate` of the distance away, and leaves

    distance * (1 - 2 * learning_rate)

A factor near 1 crawls. Below 0 it overshoots, and lands on the other side; below
-1 each step ends further away than it began.
"""

import torch

from koans import __


def distance_after(steps, learning_rate, device):
    """Descend the loss (w - 3)**2 from w = 7; return how far from 3 it ends."""
    w = torch.tensor(7.0, device=device, requires_grad=True)
    for _ in range(steps):
        (gradient,) = torch.autograd.grad((w - 3) ** 2, w)
        with torch.no_grad():
            w -= learning_rate * gradient
    return w.item() - 3


def test_four_learning_rates(device):
    rates = [0.25, 0.75, 1.0, 1.25]
    distances = [distance_after(3, rate, device) for rate in rates]
    assert distances == __
