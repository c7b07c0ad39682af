"""`gather` returns the shape of its index, whatever it reads from.

There is one result for each number in the index: out[i, j] = x[i, index[i, j]]
along dim 1, out[i, j] = x[index[i, j], j] along dim 0. Along that dim the index
may be longer than x and may repeat; along the others it may be shorter, and
then the rest of x is not looked at. Nothing is broadcast.

Hint: How many numbers are in each index? `gather` gives as many.
Hint: The shape of `scores` plays no part at all.
Hint: `best` keeps its reduced dim with size 1: one index for each row.
Wrong: The shape of the scores plays no part: count the index.
    [(4, 6), (4, 6), (4, 6)]
Wrong: The rows that the index leaves out are not read: 3 rows, not 4.
    [(4, 8), (7, 6), (4, 1)]
Wrong: Along the gathered dim the index may be longer than the scores.
    [(3, 6), (4, 2), (4, 1)]
Wrong: `keepdim` made `best` a column (4, 1), and the result is one as well.
    [(3, 8), (7, 2), (4,)]
Wrong: A list index would put its shape in the place of dim 1; `gather` does not.
    [(4, 3, 8), (7, 2, 6), (4, 4, 1)]
See: torch.gather
"""

import torch


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
    assert shapes == [(3, 8), (7, 2), (4, 1)]  # blank
