"""`multinomial` takes weights of any sum, and by default repeats nothing.

It draws indices, an index as often as its share of the sum of all weights says.
The weights need not add up to 1. They are no logits: a weight of 0 is not drawn
while others are left, a negative one raises. `replacement=False` is the default:
what was drawn once is out. To draw tokens or dice ask for `replacement=True`.

Hint: The weights add up to 5.
Hint: Index 2 has four of five shares, and index 1 none.
Hint: Without replacement two draws are two different indices, and 1 is never drawn.
Wrong: Those are the weights; they still have to be divided by their sum.
    [[1, 0, 4], [0, 2]]
Wrong: That is nearly softmax([1, 0, 4]): weights are shares, not logits.
    [[0, 0, 0.9], [0, 2]]
Wrong: Without replacement the heavy index cannot come twice.
    [[0.2, 0, 0.8], [2, 2]]
Wrong: An index of weight 0 is not drawn while others are left.
    [[0.2, 0, 0.8], [1, 2]]
Wrong: multinomial gives the indices, not how often each was drawn.
    [[0.2, 0, 0.8], [1, 0, 1]]
See: torch.multinomial
"""

import torch


def test_shares_of_the_draws(device):
    weights = torch.tensor([1.0, 0.0, 4.0], device=device)
    draws = torch.multinomial(weights, 10_000, replacement=True)
    shares = draws.bincount(minlength=3) / 10_000
    pair = torch.multinomial(weights, 2)
    assert [
        [round(share, 1) for share in shares.tolist()],
        sorted(pair.tolist()),
    ] == [[0.2, 0, 0.8], [0, 2]]  # blank
