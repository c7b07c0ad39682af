"""Softmax depends only on the differences between logits.

    exp(88) = 1.7e38     exp(89) = inf     exp(-104) = 0     (float32)

Adding the same number to all logits of a row changes nothing: it cancels. So a
row may be moved to where `exp` behaves. Left where it is, a large row is
inf / inf and a very negative one 0 / 0; both are nan.

Hint: Which number, subtracted from a row, makes it impossible for `exp` to overflow?
Hint: And which makes sure that not all of the row become 0?
Hint: Subtract each row's own largest logit: `amax` with `keepdim`.
Wrong: Clamped, all logits over 80 count the same: their differences are lost.
    powers = logits.clamp(-80, 80).exp()
Wrong: Moved by the maximum of all the rows, a low row still vanishes: 0 / 0.
    powers = (logits - logits.max()).exp()
Wrong: The mean is no bound: one logit far above it still overflows.
    powers = (logits - logits.mean(dim=-1, keepdim=True)).exp()
Wrong: A quotient changes the differences, and with them the probabilities.
    powers = (logits / logits.abs().amax(dim=-1, keepdim=True)).exp()
Wrong: That replaces inf by the largest float, and the sum overflows again.
    powers = logits.exp().nan_to_num()
Wrong: float64 moves the cliff to 709, no further.
    powers = logits.double().exp().float()
Right:
    powers = (logits - logits.max(dim=-1, keepdim=True).values).exp()
Right:
    powers = (logits - logits.amax(dim=-1, keepdim=True).detach()).exp()
Right:
    powers = (logits - logits.logsumexp(dim=-1, keepdim=True)).exp()
Ban: softmax, log_softmax, softmin, Softmax, LogSoftmax
See: torch.softmax, torch.amax
"""

import pytest
import torch


def probabilities(logits):
    """Return exp(logits) over the last dim, divided by its sum."""
    # broken: any finite logits have probabilities
    # powers = logits.exp()
    powers = (logits - logits.amax(dim=-1, keepdim=True)).exp()
    # end
    return powers / powers.sum(dim=-1, keepdim=True)


@pytest.mark.essential
def test_moving_a_row_changes_nothing(device):
    row = torch.tensor([0.0, 1.0, 3.0], device=device)
    rows = torch.stack([row, row + 1000, row - 1000, row * 1000])
    expected = torch.stack([*3 * [row.softmax(dim=0)], row.new_tensor([0, 0, 1])])
    torch.testing.assert_close(probabilities(rows), expected)


@pytest.mark.essential
@pytest.mark.parametrize("shape, scale", [((4, 7), 1), ((3, 5), 400), ((2, 3, 6), 90)])
def test_it_is_softmax_and_so_is_its_gradient(device, shape, scale):
    logits = (scale * torch.randn(shape)).to(device).requires_grad_()
    pull = torch.randn(shape).to(device)
    found, expected = probabilities(logits), logits.softmax(dim=-1)
    torch.testing.assert_close(found, expected, rtol=1e-4, atol=1e-6)
    gradients = [torch.autograd.grad(y, logits, pull)[0] for y in (found, expected)]
    torch.testing.assert_close(*gradients, rtol=1e-4, atol=1e-5)
