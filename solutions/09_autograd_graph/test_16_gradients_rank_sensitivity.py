"""One gradient tells how far a nudge of each input moves the output.

Nudge one input after the other and look how far the output moves: that costs
one forward pass for each input. One backward pass tells it for all of them at
once, whether there are eight or a million. This is what saliency maps show.

Hint: A move down is a move as well.
Hint: `argsort` gives indices, and it begins with the smallest.
Hint: Sort the sizes of `x.grad`, the largest first.
Wrong: An input that pulls the output down hard comes last here; its size counts.
    x.grad.argsort(descending=True)
Wrong: `argsort` begins with the smallest: that is the least sensitive first.
    x.grad.abs().argsort()
Wrong: A large input need not matter: look at its slope.
    x.abs().argsort(descending=True)
Wrong: Times x it tells what the input adds, not what a small nudge does.
    (x.grad * x).abs().argsort(descending=True)
Wrong: These are the sizes in order; asked for is which inputs they belong to.
    x.grad.abs().sort(descending=True).values
Right:
    x.grad.abs().sort(descending=True).indices
Right:
    (-x.grad.abs()).argsort()
Right:
    x.grad.square().argsort(descending=True)
Right:
    x.grad.abs().topk(len(x)).indices
Right:
    x.grad.abs().argsort().flip(0)
See: torch.Tensor.argsort, torch.Tensor.grad
"""

import pytest
import torch


def most_sensitive_first(model, readings):
    """Return the indices of readings (N,), the one that moves model(x) most first."""
    x = readings.clone().requires_grad_()
    model(x).backward()
    return x.grad.abs().argsort(descending=True)  # blank


@pytest.mark.parametrize("inputs", [8, 21])
def test_the_order_is_that_of_small_nudges(device, inputs):
    gains, readings = torch.randn(2, inputs, dtype=torch.float64).to(device)

    def model(x):
        return (gains * x).sin().sum()

    step = 1e-6
    nudges = step * torch.eye(inputs, dtype=torch.float64, device=device)
    moves = [abs(model(readings + nudge) - model(readings)) for nudge in nudges]
    slopes = torch.stack(moves) / step

    order = most_sensitive_first(model, readings)
    expected = slopes.sort(descending=True).values
    torch.testing.assert_close(slopes[order], expected, rtol=1e-4, atol=1e-4)
