"""`multinomial` takes weights of any sum, and by default repeats nothing.

It draws indices, an index as often as its share of the sum of all weights says.
The weights need not add up to 1. They are no logits: a weight of 0 is not drawn
while others are left, a negative one raises. `replacement=False` is the default:
what was drawn once is out. To draw tokens or dice ask for `replacement=True`.
"""

import torch

from koans import __


def test_shares_of_the_draws(device):
    weights = torch.tensor([1.0, 0.0, 4.0], device=device)
    draws = torch.multinomial(weights, 10_000, replacement=True)
    shares = draws.bincount(minlength=3) / 10_000
    pair = torch.multinomial(weights, 2)
    assert [
        [round(share, 1) for share in shares.tolist()],
        sorted(pair.tolist()),
    ] == __
