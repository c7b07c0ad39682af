"""Huber loss squares the small errors, and pulls no harder on large ones.

    error            -4     -1   -0.5    0.5      1      4     delta = 1
    half a square     8    0.5  0.125  0.125    0.5      8
    Huber           3.5    0.5  0.125  0.125    0.5    3.5

A square lets one bad reading bend the whole fit. The absolute error pulls all
alike, even where the fit is good. Huber is half a square up to delta; from there
it goes straight on as steeply as it was at delta, without a jump.
"""

import pytest
import torch
import torch.nn.functional as F

from koans import __


def robust_loss(predictions, targets, delta):
    """Return the mean Huber cost of predictions for targets of the same shape."""
    size = (predictions - targets).abs()
    costs = __
    return costs.mean()


@pytest.mark.parametrize("shape", [(9,), (4, 5)])
@pytest.mark.parametrize("delta", [0.5, 3.0])
def test_it_is_torch_s_huber_loss(device, shape, delta):
    readings = (4 * torch.randn(shape)).to(device)
    ours, theirs = (torch.zeros_like(readings).requires_grad_() for _ in range(2))
    loss = robust_loss(ours, readings, delta)
    expected = F.huber_loss(theirs, readings, delta=delta)
    torch.testing.assert_close(loss, expected)

    loss.backward()
    expected.backward()
    torch.testing.assert_close(ours.grad, theirs.grad)


def test_a_wild_reading_pulls_as_hard_as_delta(device):
    readings = torch.tensor([0.5, -1.0, 900.0, -7.0], device=device)
    fit = torch.zeros(4, device=device, requires_grad=True)
    robust_loss(fit, readings, delta=2.0).backward()
    assert (4 * fit.grad).tolist() == [-0.5, 1, -2, 2]
    assert robust_loss(readings, readings, delta=2.0) == 0
