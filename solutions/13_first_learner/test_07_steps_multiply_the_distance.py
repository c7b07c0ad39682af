"""In a bowl, every step multiplies the distance left by one factor.

The loss (w - 3)**2 has the gradient 2 * (w - 3), twice the distance to its
bottom. So a step takes `2 * learning_rate` of the distance away, and leaves

    distance * (1 - 2 * learning_rate)

A factor near 1 crawls. Below 0 it overshoots, and lands on the other side; below
-1 each step ends further away than it began.

Hint: The distance is 4 at first. Compute the factor for each learning rate.
Hint: The factors are 0.5, -0.5, -1 and -1.5; apply each of them three times.
Hint: 4 * 0.5 * 0.5 * 0.5 is 0.5. Mind the sign of the others.
Wrong: Past the bottom the sign changes: after three steps it is on the other side.
    [0.5, 0.5, 4.0, 13.5]
Wrong: That is one step; the test takes three.
    [2.0, -2.0, -4.0, -6.0]
Wrong: The slope of the square has a 2: the factor is 1 - 2 * learning_rate.
    [1.6875, 0.0625, 0.0, -0.0625]
Wrong: A longer step does not get nearer: past 0.5 it overshoots.
    [0.5, 0.0, 0.0, 0.0]
Right:
    [4 / 8, -4 / 8, -4, -4 * 27 / 8]
See: torch.optim.SGD
"""

import torch


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
    assert distances == [0.5, -0.5, -4.0, -13.5]  # blank
