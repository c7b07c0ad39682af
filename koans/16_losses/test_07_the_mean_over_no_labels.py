"""The mean over no labels is nan, and may take the weights with it.

If every label of a batch is ignored, the mean is 0 / 0. Whether the gradient is
nan as well depends on how the places were ignored. `cross_entropy` leaves them
out, on the way back as well. A mask that multiplies leaves nothing out: the
slope 1 / 0 is inf, and inf * 0 is nan. One such batch ends the training.
"""

import torch
import torch.nn.functional as F

from koans import __


def mean_of_torch(logits, labels):
    return F.cross_entropy(logits, labels, ignore_index=-100)


def mean_by_a_mask(logits, labels):
    counted = labels != -100
    chosen = labels.clamp(min=0)[:, None]  # any class will do where nothing counts
    costs = -logits.log_softmax(dim=1).gather(1, chosen).squeeze(1)
    return (costs * counted).sum() / counted.sum()


def mean_with_a_guard(logits, labels):
    count = (labels != -100).sum().clamp(min=1)
    return F.cross_entropy(logits, labels, ignore_index=-100, reduction="sum") / count


def nan_in(loss_fn, device):
    """Say of a batch without labels: is the loss nan, is its gradient nan?"""
    logits = torch.randn(3, 4).to(device).requires_grad_()
    loss = loss_fn(logits, torch.full((3,), -100, device=device))
    loss.backward()
    return [loss.isnan().item(), logits.grad.isnan().any().item()]


def test_a_batch_in_which_nothing_is_labelled(device):
    assert [
        nan_in(mean_of_torch, device),
        nan_in(mean_by_a_mask, device),
        nan_in(mean_with_a_guard, device),
    ] == __
