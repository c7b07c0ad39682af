"""Accuracy takes the argmax over the classes, not over the batch.

`logits` (batch, classes) hold one row for each example. `argmax(dim=0)` asks
which example suits each class best: another question, and an answer of another
length. When a batch happens to have as many examples as there are classes the
lengths agree, and the accuracy is a plausible number.

Hint: Which shape must the predictions have to be compared with `labels`?
Hint: The dim that you name is the one that goes, and the classes must go.
Hint: The classes are dim 1, the last.
Wrong: One number for the whole batch: every example gets the same class.
    predicted = logits.argmax()
Wrong: This softmax runs over the batch and changes which class is largest.
    predicted = logits.softmax(dim=0).argmax(dim=1)
Wrong: Those are the largest logits themselves, not the classes they belong to.
    predicted = logits.amax(dim=1)
Wrong: Turning the matrix and then naming dim 1 is dim 0 again.
    predicted = logits.T.argmax(dim=1)
Wrong: The (batch, 1) that `keepdim` leaves meets (batch,): every pair is compared.
    predicted = logits.argmax(dim=1, keepdim=True)
Right:
    predicted = logits.argmax(dim=-1)
Right:
    predicted = logits.max(dim=1).indices
Right:
    _, predicted = logits.max(1)
Right:
    predicted = logits.softmax(dim=1).argmax(dim=1)
Right:
    predicted = logits.topk(1, dim=1).indices[:, 0]
Right:
    predicted = logits.T.argmax(dim=0)
See: torch.argmax
"""

import pytest
import torch


def accuracy(logits, labels):
    """Return the share of rows of logits (batch, classes) that name their label."""
    # broken: one prediction for each example
    # predicted = logits.argmax(dim=0)
    predicted = logits.argmax(dim=1)
    # end
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
