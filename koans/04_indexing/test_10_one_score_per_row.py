"""`logits[:, labels]` takes whole columns, not one score from each row.

    logits         labels    wanted    logits[:, labels]
    9  1  2        0         9         9  1
    3  8  4        1         8         3  8

The list stands on one dim and `:` takes all of the other: N x N scores, and the
wanted ones are its diagonal. `gather` lets each row choose for itself: along
dim 1 it gives out[i, j] = logits[i, index[i, j]].
"""

import pytest
import torch

from koans import __


def scores_of_labels(logits, labels):
    """Pick from each row of logits (N, classes) the score of its label: (N,)."""
    return __


@pytest.mark.essential
@pytest.mark.parametrize(("n", "classes"), [(5, 3), (4, 7), (6, 6), (1, 4)])
def test_each_row_gives_the_score_of_its_own_label(device, n, classes):
    logits = torch.randn(n, classes).to(device)
    labels = torch.randint(classes, (n,)).to(device)
    rows, picks = logits.tolist(), labels.tolist()
    assert scores_of_labels(logits, labels).tolist() == [
        row[pick] for row, pick in zip(rows, picks)
    ]
