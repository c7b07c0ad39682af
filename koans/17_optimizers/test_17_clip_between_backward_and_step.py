"""Clip after backward has filled the gradients, before step has used them.

One bad batch, an outlier or a spike, can have a gradient a thousand times as
long as usual, and one step along it undoes an hour of training. Clipped, the
batch still says where to go, but not how far: a step of SGD is at most
`lr * max_norm` long. Before backward there is nothing to clip, and after step it
is too late; neither is an error.
"""

import pytest
import torch
import torch.nn.functional as F
from torch import nn

from koans import __


def clipped_step(model, loss_fn, optimizer, x, y, max_norm):
    """Take a step on one batch; return the norm of its gradient before clipping."""
    __("loss, clear, backward, norm = clip to max_norm, step")
    return norm.item()


@pytest.mark.parametrize("max_norm", [0.1, 1.0, 50.0])
def test_each_step_has_its_direction_and_at_most_its_length(device, max_norm):
    model = nn.Linear(5, 2).to(device)
    optimizer = torch.optim.SGD(model.parameters(), lr=0.1)
    weight, bias = model.weight.detach().clone(), model.bias.detach().clone()
    for size in (1, 1, 1000, 1):  # the third batch is a spike
        x, y = torch.randn(6, 5).to(device), size * torch.randn(6, 2).to(device)
        norm = clipped_step(model, F.mse_loss, optimizer, x, y, max_norm)

        error = x @ weight.T + bias - y
        slopes = [2 * error.T @ x / error.numel(), 2 * error.sum(dim=0) / error.numel()]
        expected = torch.cat([slope.flatten() for slope in slopes]).norm().item()
        assert norm == pytest.approx(expected, rel=1e-4)
        scale = min(1, max_norm / expected)
        weight -= 0.1 * scale * slopes[0]
        bias -= 0.1 * scale * slopes[1]
        torch.testing.assert_close(model.weight.detach(), weight, rtol=1e-4, atol=1e-5)
        torch.testing.assert_close(model.bias.detach(), bias, rtol=1e-4, atol=1e-5)
