"""A sure mistake costs its logit's size, a sure success almost nothing.

Binary cross-entropy is minus the log of the probability that the model gave to
the true label: sigmoid(z) for label 1, 1 - sigmoid(z) for label 0. Both are one
function, softplus(s) = log(1 + exp(s)):

    label 1 costs softplus(-z)        label 0 costs softplus(z)

Taken through the probability it breaks down: sigmoid(200) is 1, and 1 - 1 has
no log.

Hint: Work with the logits; never form the probability.
Hint: softplus(-z) equals softplus(z) - z. So the label decides whether z comes off.
Hint: `F.softplus(logits) - labels * logits`
Wrong: sigmoid(200) is exactly 1 in float32: the log of 1 - 1 is minus infinity.
    -torch.where(labels == 1, logits.sigmoid(), 1 - logits.sigmoid()).log()
Wrong: The clamp hides the infinity: a logit of 200 now costs 16, with no gradient.
    -torch.where(labels == 1, logits.sigmoid(), (-logits).sigmoid()).clamp(1e-7).log()
Wrong: That is the cost if every label were 0.
    F.softplus(logits)
Wrong: That is the cost if every label were the other one.
    F.softplus(-logits) + labels * logits
Wrong: Only the examples with label 1 cost anything there.
    labels * F.softplus(-logits)
Right:
    labels * F.softplus(-logits) + (1 - labels) * F.softplus(logits)
Right:
    torch.where(labels == 1, F.softplus(-logits), F.softplus(logits))
Right:
    -F.logsigmoid((2 * labels - 1) * logits)
Right:
    F.softplus((1 - 2 * labels) * logits)
Right:
    torch.logaddexp(logits, torch.zeros_like(logits)) - labels * logits
Right:
    logits.clamp(min=0) - labels * logits + (-logits.abs()).exp().log1p()
Ban: binary_cross_entropy_with_logits, binary_cross_entropy, soft_margin_loss
Ban: BCEWithLogitsLoss, BCELoss, SoftMarginLoss, cross_entropy, CrossEntropyLoss
See: torch.nn.functional.softplus, torch.nn.functional.binary_cross_entropy_with_logits
"""

import pytest
import torch
import torch.nn.functional as F


def binary_loss(logits, labels):
    """Return the mean cost of the logits (N,) for the labels (N,), each 0.0 or 1.0."""
    costs = F.softplus(logits) - labels * logits  # blank
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
