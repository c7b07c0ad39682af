"""`logits[:, labels]` takes whole columns, not one score from each row.

    logits         labels    wanted    logits[:, labels]
    9  1  2        0         9         9  1
    3  8  4        1         8         3  8

The list stands on one dim and `:` takes all of the other: N x N scores, and the
wanted ones are its diagonal. `gather` lets each row choose for itself: along
dim 1 it gives out[i, j] = logits[i, index[i, j]].

Hint: Row i wants element labels[i]: the row number has to take part in the choice.
Hint: An index for `gather` has as many dims as the logits: make labels a column.
Hint: `labels[:, None]` is (N, 1), and so is what comes back: drop its last dim.
Wrong: That is (N, N): every row gives its scores for the labels of all rows.
    logits[:, labels]
Wrong: The right scores as a column (N, 1): the last dim is still there.
    logits.gather(1, labels[:, None])
Wrong: Along dim 0 each label picks a row, and `gather` reads down the columns.
    logits.gather(0, labels[None]).squeeze(0)
Wrong: Those are the highest scores. The label is often another class.
    logits.max(dim=1).values
Wrong: A bare squeeze drops every dim of size one, also the batch of one.
    logits.gather(1, labels[:, None]).squeeze()
Right:
    logits[torch.arange(len(labels), device=logits.device), labels]
Right:
    logits.take_along_dim(labels[:, None], dim=1)[:, 0]
Right:
    torch.stack([row[label] for row, label in zip(logits, labels)])
Right:
    logits[:, labels].diagonal()
See: torch.gather, torch.take_along_dim
"""

import pytest
import torch


def scores_of_labels(logits, labels):
    """Pick from each row of logits (N, classes) the score of its label: (N,)."""
    return logits.gather(1, labels[:, None]).squeeze(1)  # blank


@pytest.mark.essential
@pytest.mark.parametrize(("n", "classes"), [(5, 3), (4, 7), (6, 6), (1, 4)])
def test_each_row_gives_the_score_of_its_own_label(device, n, classes):
    logits = torch.randn(n, classes).to(device)
    labels = torch.randint(classes, (n,)).to(device)
    rows, picks = logits.tolist(), labels.tolist()
    assert scores_of_labels(logits, labels).tolist() == [
        row[pick] for row, pick in zip(rows, picks)
    ]
