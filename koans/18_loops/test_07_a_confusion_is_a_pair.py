"""A confusion matrix counts the pairs of true and predicted class.

Accuracy says how often a model errs, the matrix says how: entry [i, j] counts
examples of class i that were taken for class j. Number the cells row by row,
as memory does, and every pair becomes one integer. Counting integers is one
call, without a loop. Cells that never occur need their zero all the same.
"""

import pytest
import torch

from koans import __


def confusion_matrix(labels, predicted, classes):
    """Return (classes, classes) counts: rows are labels, columns predictions."""
    counts = __
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
