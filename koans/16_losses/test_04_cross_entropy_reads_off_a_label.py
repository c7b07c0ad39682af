"""Cross-entropy reads off each label's log-probability and negates it.

    logits       2.0   1.0   0.1      row 0, label 1
    log-probs   -0.4  -1.4  -2.3      logits minus the log of the sum of exps
    cost               1.4            how surprised the model is by the label

The mean over the batch is the loss. Take the log-probabilities in one step:
softmax rounds a hopeless class to 0, and the logarithm of 0 is -inf.
"""

import pytest
import torch
import torch.nn.functional as F

from koans import __


def cross_entropy_by_hand(logits, labels):
    """Return the mean cost of labels (N,) under logits (N, C)."""
    __("loss = the mean of minus the log-probability of each label")
    return loss


@pytest.mark.parametrize(("batch", "classes"), [(5, 3), (2, 7), (1, 4)])
@pytest.mark.parametrize("scale", [1, 300])
def test_it_is_torch_s_cross_entropy(device, batch, classes, scale):
    logits = scale * torch.randn(batch, classes).to(device)
    labels = torch.randint(classes, (batch,)).to(device)
    ours, theirs = (logits.clone().requires_grad_() for _ in range(2))

    loss = cross_entropy_by_hand(ours, labels)
    expected = F.cross_entropy(theirs, labels)
    torch.testing.assert_close(loss, expected)

    loss.backward()
    expected.backward()
    torch.testing.assert_close(ours.grad, theirs.grad)
