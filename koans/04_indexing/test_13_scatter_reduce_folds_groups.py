"""`scatter_reduce` folds the values of each group into what stands there.

The index says where each value goes; `reduce` says what happens when it meets
what is there already, and every further value of the same place is folded in
as well. With "amax" the highest stays, with "sum" all are added. What stood
there at first takes part too, unless `include_self=False`: zeros to start with
would beat every negative score.
"""

import pytest
import torch

from koans import __


def after_round(best, players, scores):
    """Return each player's best (count,) after scores (n,) of players (n,)."""
    return __


@pytest.mark.filterwarnings("ignore:.*is in beta")  # a rarer right answer warns
@pytest.mark.parametrize(("count", "n"), [(4, 12), (7, 20)])
def test_the_best_of_three_rounds(device, count, n):
    best = torch.full((count,), float("-inf"), device=device)
    expected = best.tolist()
    for _ in range(3):
        players = torch.randint(count - 1, (n,)).to(device)  # the last never plays
        scores = torch.randn(n).to(device) - 3
        best = after_round(best, players, scores)
        for player, score in zip(players.tolist(), scores.tolist()):
            expected[player] = max(expected[player], score)
        assert best.tolist() == expected
