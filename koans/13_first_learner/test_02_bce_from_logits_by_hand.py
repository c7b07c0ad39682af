"""A sure mistake costs its logit's size, a sure success almost nothing.

Binary cross-entropy is minus the log of the probability that the model gave to
the true label: sigmoid(z) for label 1, 1 - sigmoid(z) for label 0. Both are one
function, softplus(s) = log(1 + exp(s)):

    label 1 costs softplus(-z)        label 0 costs softplus(z)

Taken through the probability it breaks down: sigmoid(200) is 1, and 1 - 1 has
no log.
"""

import pytest
import torch
import torch.nn.functional as F

from koans import __


def binary_loss(logits, labels):
    """Return the mean cost of the logits (N,) for the labels (N,), each 0.0 or 1.0."""
    costs = __
    return costs.mean()


@pytest.mark.parametrize("count", [4, 9])
def test_it_is_binary_cross_entropy(device, count):
    logits = (3 * torch.randn(count)).to(device).requires_grad_()
    labels = (torch.arange(count, device=device) % 3 == 0).float()
    expected = F.binary_cross_entropy_with_logits(logits, labels)
    loss = binary_loss(logits, labels)
    torch.testing.assert_close(loss, expected)
    torch.testing.assert_close(
        torch.autograd.grad(loss, logits), torch.autograd.grad(expected, logits)
    )


def test_sure_and_wrong_costs_the_logit(device):
    logits = torch.tensor([200.0, -300.0], device=device)
    wrong = torch.tensor([0.0, 1.0], device=device)
    assert binary_loss(logits, wrong).item() == 250
    assert binary_loss(logits, 1 - wrong).item() == 0
