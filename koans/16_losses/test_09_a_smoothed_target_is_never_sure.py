"""A smoothed target is never quite sure, so no logit has to be infinite.

    label 1 of 4             0      1      0      0
    smoothed by 0.2       0.05   0.85   0.05   0.05

Cross-entropy with a sure label falls as long as the label's logit grows: it is
never content. Label smoothing takes a part of the certainty away and shares it
equally among all classes, the label's own included. Then the best logits are
finite, and a wrong label in the data does less harm.
"""

import pytest
import torch
import torch.nn.functional as F

from koans import __


def smoothed_loss(logits, labels, smoothing):
    """Return the mean cost of smoothed labels (N,) under logits (N, C)."""
    classes = logits.shape[1]
    one_hot = F.one_hot(labels, classes)
    targets = __
    return -(targets * logits.log_softmax(dim=1)).sum(dim=1).mean()


@pytest.mark.parametrize(("batch", "classes"), [(5, 3), (2, 7)])
@pytest.mark.parametrize("smoothing", [0.1, 0.4])
def test_it_is_torch_s_label_smoothing(device, batch, classes, smoothing):
    logits = (3 * torch.randn(batch, classes)).to(device)
    labels = torch.randint(classes, (batch,)).to(device)
    ours, theirs = (logits.clone().requires_grad_() for _ in range(2))

    loss = smoothed_loss(ours, labels, smoothing)
    expected = F.cross_entropy(theirs, labels, label_smoothing=smoothing)
    torch.testing.assert_close(loss, expected)

    loss.backward()
    expected.backward()
    torch.testing.assert_close(ours.grad, theirs.grad)


def test_the_best_logits_are_finite(device):
    logits = torch.zeros(1, 4, device=device, requires_grad=True)
    for _ in range(100):
        loss = smoothed_loss(logits, torch.tensor([1], device=device), 0.2)
        (gradient,) = torch.autograd.grad(loss, logits)
        logits = (logits - 2 * gradient).detach().requires_grad_()
    found = [round(p, 3) for p in logits.softmax(dim=1)[0].tolist()]
    assert found == [0.05, 0.85, 0.05, 0.05]
