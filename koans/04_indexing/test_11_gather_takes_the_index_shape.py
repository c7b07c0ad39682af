"""`gather` returns the shape of its index, whatever it reads from.

There is one result for each number in the index: out[i, j] = x[i, index[i, j]]
along dim 1, out[i, j] = x[index[i, j], j] along dim 0. Along that dim the index
may be longer than x and may repeat; along the others it may be shorter, and
then the rest of x is not looked at. Nothing is broadcast.
"""

import torch

from koans import __


def test_three_indices(device):
    scores = torch.randn(4, 6).to(device)
    columns = torch.randint(6, (3, 8)).to(device)
    rows = torch.randint(4, (7, 2)).to(device)
    best = scores.argmax(dim=1, keepdim=True)
    shapes = [
        scores.gather(1, columns).shape,
        scores.gather(0, rows).shape,
        scores.gather(1, best).shape,
    ]
    assert shapes == __
