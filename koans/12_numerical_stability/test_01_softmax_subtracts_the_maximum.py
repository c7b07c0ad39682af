"""Softmax depends only on the differences between logits.

    exp(88) = 1.7e38     exp(89) = inf     exp(-104) = 0     (float32)

Adding the same number to all logits of a row changes nothing: it cancels. So a
row may be moved to where `exp` behaves. Left where it is, a large row is
inf / inf and a very negative one 0 / 0; both are nan.
"""

import pytest
import torch


def probabilities(logits):
    """Return exp(logits) over the last dim, divided by its sum."""
    # repair: any finite logits have probabilities
    powers = logits.exp()
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
