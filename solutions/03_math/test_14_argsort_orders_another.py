"""`sort` and `topk` also tell the order, to read something else by.

Sorted scores have lost their owners. The indices say which element stood
where: `names[order]` reads the names in the order of the scores. `argsort` is
the indices half of `sort`. Both go from small to large unless you ask; `topk`
starts with the largest and sorts no further than it must.

Hint: What you want sorted is `ids`; what decides the order is `scores`.
Hint: Indices of the best scores first, then index `ids` with them.
Hint: `topk(k)` has `.values` and `.indices`.
Wrong: Those are the best scores: nobody knows whose they were.
    scores.topk(k).values
Wrong: Those are places in `scores`; the player standing there has an id.
    scores.topk(k).indices
Wrong: That sorts by id, and the scores have no say.
    ids.topk(k).values
Wrong: From small to large is the default: these are the k worst.
    ids[scores.argsort()[:k]]
Wrong: Those are the k best with the best one last.
    ids[scores.argsort()[-k:]]
Wrong: `argsort` twice is each element's rank, not the order to read in.
    ids[scores.argsort(descending=True).argsort()][:k]
Right:
    ids[scores.argsort(descending=True)[:k]]
Right:
    ids[scores.sort(descending=True).indices][:k]
Right:
    ids[(-scores).argsort()][:k]
Right:
    ids[scores.argsort().flip(0)[:k]]
Right:
    ids.gather(0, scores.topk(k).indices)
See: torch.topk, torch.sort, torch.argsort
"""

import pytest
import torch


def leaders(ids, scores, k):
    """Return the ids of the k highest scores, best first. All scores differ."""
    best = ids[scores.topk(k).indices]  # blank
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
