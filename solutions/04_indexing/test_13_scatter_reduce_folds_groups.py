"""`scatter_reduce` folds the values of each group into what stands there.

The index says where each value goes; `reduce` says what happens when it meets
what is there already, and every further value of the same place is folded in
as well. With "amax" the highest stays, with "sum" all are added. What stood
there at first takes part too, unless `include_self=False`: zeros to start with
would beat every negative score.

Hint: A player may appear several times in one round: each score has to be looked at.
Hint: `reduce` takes one of "sum", "prod", "mean", "amax" and "amin".
Hint: `best.scatter_reduce(0, index, values, ...)`: what are index and values?
Wrong: A player who is named twice keeps the score written last, not the highest.
    best.index_put((players,), scores.maximum(best[players]))
Wrong: `scatter` writes: the last score of this round, also when it is worse.
    best.scatter(0, players, scores)
Wrong: This forgets the best of the earlier rounds.
    best.scatter_reduce(0, players, scores, reduce="amax", include_self=False)
Wrong: From zeros: a negative best would turn into 0, and so would -inf.
    torch.zeros_like(best).scatter_reduce(0, players, scores, reduce="amax")
Wrong: That is the lowest score of each player.
    best.scatter_reduce(0, players, scores, reduce="amin")
Right:
    best.scatter_reduce(0, players, scores, "amax", include_self=True)
Right:
    torch.scatter_reduce(best, 0, players, scores, "amax")
Right:
    best.index_reduce(0, players, scores, "amax")
See: torch.Tensor.scatter_reduce_, torch.scatter_reduce
"""

import pytest
import torch


def after_round(best, players, scores):
    """Return each player's best (count,) after scores (n,) of players (n,)."""
    return best.scatter_reduce(0, players, scores, reduce="amax")  # blank


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
