"""The longest step is not the fastest.

Up to a point a longer step ends nearer to the bottom. Past it the weight jumps
over, gains less the longer the step is, and in the end climbs. A loss does not
show on which side the weight is: 0.15 would draw the same curve as 0.85.

The four curves below were recorded at the rates 0.05, 0.4, 0.85 and 1.05, in
another order. Say which rate drew which.
"""

import torch

from koans import __


def losses_at(learning_rate, device):
    """Descend the loss w**2 from w = 4; return the first four losses."""
    losses = []
    w = torch.tensor(4.0, device=device, requires_grad=True)
    for _ in range(4):
        loss = w**2
        losses.append(round(loss.item(), 1))
        (gradient,) = torch.autograd.grad(loss, w)
        with torch.no_grad():
            w -= learning_rate * gradient
    return losses


def test_which_rate_drew_which_curve(device):
    rates = __
    assert [losses_at(rate, device) for rate in rates] == [
        [16.0, 7.8, 3.8, 1.9],
        [16.0, 19.4, 23.4, 28.3],
        [16.0, 13.0, 10.5, 8.5],
        [16.0, 0.6, 0.0, 0.0],
    ]
    assert sorted(rates) == [0.05, 0.4, 0.85, 1.05]
