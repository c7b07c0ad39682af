"""Precision judges the alarms given, recall the cases there were.

A detector that cries "fraud" at everything misses no fraud: full recall, poor
precision. One that speaks once, and rightly, has full precision and poor recall.
Accuracy hides both when frauds are rare. Their harmonic mean, F1, is high only
if both are. A class that is never predicted gave no alarm: it scores 0, not nan.
"""

import pytest
import torch

from koans import __


def scores(matrix):
    """Return precision, recall and F1 per class; matrix[label, prediction] counts."""
    __("precision, recall, f1, each of shape (classes,), 0 where undefined")
    return precision, recall, f1


def test_a_rare_fraud(device):
    #                        taken for: honest fraud
    careful = torch.tensor([[95, 0], [4, 1]], device=device)
    alarmist = torch.tensor([[45, 50], [0, 5]], device=device)
    silent = torch.tensor([[95, 0], [5, 0]], device=device)
    fraud = [[s[1].item() for s in scores(m)] for m in (careful, alarmist, silent)]
    assert fraud[0] == pytest.approx([1, 1 / 5, 1 / 3])
    assert fraud[1] == pytest.approx([1 / 11, 1, 1 / 6])
    assert fraud[2] == [0, 0, 0]


@pytest.mark.parametrize("classes", [3, 6])
def test_every_class_by_counting(device, classes):
    matrix = torch.randint(9, (classes, classes)).to(device)
    matrix[:, 1] = 0  # never predicted
    matrix[2, :] = 0  # never the case
    for c, (precision, recall, f1) in enumerate(zip(*scores(matrix))):
        hit = matrix[c, c].item()
        alarms = sum(matrix[i, c].item() for i in range(classes))
        cases = sum(matrix[c, j].item() for j in range(classes))
        assert precision.item() == pytest.approx(hit / alarms if hit else 0)
        assert recall.item() == pytest.approx(hit / cases if hit else 0)
        assert f1.item() == pytest.approx(hit / ((alarms + cases) / 2) if hit else 0)
