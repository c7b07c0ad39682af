"""A saturated sigmoid cannot tell the loss how wrong it was.

In float32 sigmoid(20) is exactly 1. With the label 0 the loss would be -log(0);
`binary_cross_entropy` cuts it off at 100, whatever the logit, and the slope of
the saturated sigmoid is 0. The worst mistakes are the ones that no longer teach
anything. Computed from the logit itself, the loss is exact at any size.
"""

import pytest
import torch
import torch.nn.functional as F


def spam_loss(logits, labels):
    """Return the mean binary cross-entropy of logits for labels of 0 and 1."""
    # repair: a mistake costs more, and teaches no less, the surer it was
    return F.binary_cross_entropy(logits.sigmoid(), labels)


@pytest.mark.parametrize("size", [20.0, 200.0, 2000.0])
def test_a_sure_mistake_costs_its_logit_and_is_pulled_back(device, size):
    logits = torch.tensor([size, -size], device=device, requires_grad=True)
    loss = spam_loss(logits, torch.tensor([0.0, 1.0], device=device))
    loss.backward()
    assert loss.item() == pytest.approx(size)
    assert logits.grad.tolist() == pytest.approx([0.5, -0.5])


@pytest.mark.parametrize("mails", [3, 8])
def test_elsewhere_it_is_what_it_was(device, mails):
    logits = torch.randn(mails).to(device).requires_grad_()
    labels = torch.randint(2, (mails,)).float().to(device)
    loss = spam_loss(logits, labels)
    loss.backward()
    p = logits.detach().sigmoid()
    torch.testing.assert_close(loss, F.binary_cross_entropy(p, labels))
    torch.testing.assert_close(logits.grad, (p - labels) / mails)
