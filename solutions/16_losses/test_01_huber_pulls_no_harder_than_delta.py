"""Huber loss squares the small errors, and pulls no harder on large ones.

    error            -4     -1   -0.5    0.5      1      4     delta = 1
    half a square     8    0.5  0.125  0.125    0.5      8
    Huber           3.5    0.5  0.125  0.125    0.5    3.5

A square lets one bad reading bend the whole fit. The absolute error pulls all
alike, even where the fit is good. Huber is half a square up to delta; from there
it goes straight on as steeply as it was at delta, without a jump.

Hint: Half a square has the slope delta at delta. So the line is `delta * size + c`.
Hint: At `size == delta` line and square meet: delta**2 + c is delta**2 / 2.
Hint: `torch.where(size <= delta, size**2 / 2, delta * (size - delta / 2))`
Wrong: That line starts too high: at delta the cost jumps from delta**2 / 2 to delta**2.
    torch.where(size <= delta, size**2 / 2, delta * size)
Wrong: That is smooth L1, Huber divided by delta: far away its slope is 1, not delta.
    torch.where(size <= delta, size**2 / (2 * delta), size - delta / 2)
Wrong: The square is not halved: its slope at delta is 2 * delta, so there is a bend.
    torch.where(size <= delta, size**2, delta * (2 * size - delta))
Wrong: A clamped error is flat: nothing pulls an outlier back.
    size.clamp(max=delta) ** 2 / 2
Wrong: The two pieces have changed places: large errors are squared.
    torch.where(size > delta, size**2 / 2, delta * (size - delta / 2))
Right:
    torch.where(size < delta, 0.5 * size.square(), delta * size - 0.5 * delta**2)
Right:
    size.clamp(max=delta) * (size - size.clamp(max=delta) / 2)
Right:
    size.clamp(max=delta) ** 2 / 2 + delta * (size - delta).relu()
Ban: huber_loss, HuberLoss, smooth_l1_loss, SmoothL1Loss
See: torch.nn.functional.huber_loss, torch.where
"""

import pytest
import torch
import torch.nn.functional as F


def robust_loss(predictions, targets, delta):
    """Return the mean Huber cost of predictions for targets of the same shape."""
    size = (predictions - targets).abs()
    costs = torch.where(size <= delta, size**2 / 2, delta * (size - delta / 2))  # blank
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
