"""Accuracy counts hits; top-k accuracy grants every example k guesses.

With a thousand classes, many of them look-alikes, the first guess alone is a
harsh judge. So one also asks whether the label is among the k classes with the
highest logits. There are k guesses and one label per example: the label has to
be held against each guess of its own row, and one match is enough.
"""

import pytest
import torch

from koans import __


def accuracy(logits, labels, k=1):
    """Return the share of examples whose label is among the k highest logits."""
    hits = __
    return hits.float().mean().item()


def test_more_guesses_more_hits(device):
    logits = torch.tensor(
        [
            [0.9, 2.0, 0.1, -1.0],
            [3.0, 2.5, 2.0, 0.0],
            [0.2, 0.1, 0.4, 0.3],
        ],
        device=device,
    )
    labels = torch.tensor([1, 2, 0], device=device)
    shares = [accuracy(logits, labels, k) for k in (1, 2, 3, 4)]
    assert shares == pytest.approx([1 / 3, 1 / 3, 1, 1])


@pytest.mark.parametrize(("count", "classes"), [(40, 3), (3, 9), (25, 30)])
def test_it_agrees_with_sorting_each_row(device, count, classes):
    logits = torch.randn(count, classes).to(device)
    labels = torch.randint(classes, (count,)).to(device)
    for k in (1, 2, 3):
        hits = 0
        for row, label in zip(logits.tolist(), labels.tolist()):
            ranked = sorted(range(classes), key=row.__getitem__, reverse=True)
            hits += label in ranked[:k]
        assert accuracy(logits, labels, k) == pytest.approx(hits / count)
