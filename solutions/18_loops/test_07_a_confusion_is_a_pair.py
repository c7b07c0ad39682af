"""A confusion matrix counts the pairs of true and predicted class.

Accuracy says how often a model errs, the matrix says how: entry [i, j] counts
examples of class i that were taken for class j. Number the cells row by row,
as memory does, and every pair becomes one integer. Counting integers is one
call, without a loop. Cells that never occur need their zero all the same.

Hint: In a table with `classes` columns, which number has the cell in row i, column j?
Hint: `torch.bincount` counts integers; how long must its result be?
Hint: `torch.bincount(labels * classes + predicted, minlength=...)`; how many cells?
Wrong: Predictions in the rows: that is the transposed matrix.
    torch.bincount(predicted * classes + labels, minlength=classes**2)
Wrong: Without `minlength` the counts stop at the highest cell that occurs.
    torch.bincount(labels * classes + predicted)
Wrong: A row has `classes` cells: with another factor the pairs fall into wrong cells.
    torch.bincount(labels * (classes - 1) + predicted, minlength=classes**2)
Wrong: A sum does not tell 0 + 1 from 1 + 0: many pairs share one number.
    torch.bincount(labels + predicted, minlength=classes**2)
Wrong: Assigning through an index list counts a cell once, however often it occurs.
    torch.zeros(classes**2, dtype=torch.int64, device=labels.device).index_fill_(
        0, labels * classes + predicted, 1
    )
Right:
    torch.bincount(predicted.add(labels, alpha=classes), minlength=classes * classes)
Right:
    torch.zeros(classes**2, dtype=torch.int64, device=labels.device).index_add_(
        0, labels * classes + predicted, torch.ones_like(labels)
    )
Right:
    torch.stack(
        [
            ((labels == i) & (predicted == j)).sum()
            for i in range(classes)
            for j in range(classes)
        ]
    )
See: torch.bincount
"""

import pytest
import torch


def confusion_matrix(labels, predicted, classes):
    """Return (classes, classes) counts: rows are labels, columns predictions."""
    counts = torch.bincount(labels * classes + predicted, minlength=classes**2)  # blank
    return counts.reshape(classes, classes)


def test_a_cat_is_taken_for_a_dog_twice(device):
    cat, dog, fish = range(3)
    labels = torch.tensor([cat, cat, cat, cat, dog, dog, dog], device=device)
    predicted = torch.tensor([cat, dog, dog, fish, dog, dog, cat], device=device)
    matrix = confusion_matrix(labels, predicted, classes=3)
    assert matrix.tolist() == [[1, 2, 1], [1, 2, 0], [0, 0, 0]]


@pytest.mark.parametrize(("count", "classes"), [(50, 3), (200, 10), (4, 6)])
def test_every_cell_is_a_count(device, count, classes):
    labels = torch.randint(classes, (count,)).to(device)
    predicted = torch.randint(classes, (count,)).to(device)
    matrix = confusion_matrix(labels, predicted, classes)
    assert matrix.shape == (classes, classes)
    for i in range(classes):
        for j in range(classes):
            assert matrix[i, j] == ((labels == i) & (predicted == j)).sum()
