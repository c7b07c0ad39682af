"""The mean over no labels is nan, and may take the weights with it.

If every label of a batch is ignored, the mean is 0 / 0. Whether the gradient is
nan as well depends on how the places were ignored. `cross_entropy` leaves them
out, on the way back as well. A mask that multiplies leaves nothing out: the
slope 1 / 0 is inf, and inf * 0 is nan. One such batch ends the training.

Hint: A nan loss need not have a nan gradient. Which road does backward take?
Hint: `sum` adds up no costs at all, and no count below 1 ever divides it.
Hint: Torch's mean: nan, but no road back. The product: inf * 0. The last: all is 0.
Wrong: `cross_entropy` skips ignored places on the way back as well: their slope is 0.
    [[True, True], [True, True], [False, False]]
Wrong: 0 / 0 is nan, not 0: torch does not guard the mean.
    [[False, False], [True, True], [False, False]]
Wrong: A mask that multiplies does not stop what flows back: inf * 0 is nan.
    [[True, False], [True, False], [False, False]]
Wrong: The clamp divides by at least 1, so 0 / 1 is 0: a loss like any other.
    [[True, False], [True, True], [True, False]]
See: torch.nn.functional.cross_entropy, torch.clamp
"""

import torch
import torch.nn.functional as F


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
    ] == [[True, False], [True, True], [False, False]]  # blank
