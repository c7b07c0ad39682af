"""A model that was surely wrong must still be told so.

    loss = logsumexp(logits) - logits[label]     gradient = softmax - one_hot

From the logits, cross-entropy is finite and has a full gradient, however
impossible the model thought the label. From probabilities its log is -inf and
the gradient nan. A clamp keeps both finite, and is flat where it clamps.
"""

import torch
import torch.nn.functional as F

from koans import __


def gradient(loss_of, logits):
    """Return the gradient of loss_of(logits)."""
    logits = logits.clone().requires_grad_()
    loss_of(logits).backward()
    return logits.grad


def test_the_label_is_a_class_held_to_be_impossible(device):
    logits, label = torch.tensor([0.0, 150.0], device=device), 0
    target = torch.tensor(label, device=device)
    exact = gradient(lambda x: F.cross_entropy(x, target), logits)
    naive = gradient(lambda x: -x.softmax(dim=0)[label].log(), logits)
    clamped = gradient(lambda x: -x.softmax(dim=0)[label].clamp(1e-9).log(), logits)
    assert naive.isnan().all()
    assert [exact.tolist(), clamped.tolist()] == __
