"""Accuracy takes the argmax over the classes, not over the batch.

`logits` (batch, classes) hold one row for each example. `argmax(dim=0)` asks
which example suits each class best: another question, and an answer of another
length. When a batch happens to have as many examples as there are classes the
lengths agree, and the accuracy is a plausible number.
"""

import pytest
import torch


def accuracy(logits, labels):
    """Return the share of rows of logits (batch, classes) that name their label."""
    # repair: one prediction for each example
    predicted = logits.argmax(dim=0)
    return (predicted == labels).float().mean().item()


@pytest.mark.essential
def test_three_examples_of_three_classes(device):
    logits = torch.tensor([[9, 1, 5], [8, 2, 3], [4, 0, 7]], device=device).float()
    labels = torch.tensor([0, 0, 2], device=device)
    assert accuracy(logits, labels) == 1
    assert accuracy(logits, labels.flip(0)) == pytest.approx(1 / 3)


@pytest.mark.essential
@pytest.mark.parametrize("batch, classes", [(8, 3), (5, 7), (6, 6)])
def test_the_share_of_labels_that_were_named(device, batch, classes):
    logits = 20 * torch.randn(batch, classes).to(device)
    named = [row.index(max(row)) for row in logits.tolist()]
    labels = torch.tensor(named, device=device)
    assert accuracy(logits, labels) == 1
    labels[:2] = (labels[:2] + 1) % classes
    assert accuracy(logits, labels) == pytest.approx((batch - 2) / batch)
