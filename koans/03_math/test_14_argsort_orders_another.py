"""`sort` and `topk` also tell the order, to read something else by.

Sorted scores have lost their owners. The indices say which element stood
where: `names[order]` reads the names in the order of the scores. `argsort` is
the indices half of `sort`. Both go from small to large unless you ask; `topk`
starts with the largest and sorts no further than it must.
"""

import pytest
import torch

from koans import __


def leaders(ids, scores, k):
    """Return the ids of the k highest scores, best first. All scores differ."""
    best = __
    return best


def test_the_best_come_first(device):
    ids = torch.tensor([17, 42, 5, 99], device=device)
    scores = torch.tensor([30.0, 80.0, 50.0, 10.0], device=device)
    assert leaders(ids, scores, 3).tolist() == [42, 5, 17]


@pytest.mark.parametrize("players, k", [(5, 2), (9, 4), (6, 6)])
def test_any_number_of_players(device, players, k):
    scores = torch.randperm(100)[:players].float().to(device)
    ids = 1000 + torch.randperm(100)[:players].to(device)
    table = sorted(zip(scores.tolist(), ids.tolist()), reverse=True)
    assert leaders(ids, scores, k).tolist() == [number for _, number in table[:k]]
