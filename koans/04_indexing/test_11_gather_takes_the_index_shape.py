"""`gather` gives one number for each number of its index, and no more.

The place (i, j) is a place in the index: out[i, j] = x[index[i, j], j] along dim
0, and x[i, index[i, j]] along dim 1. What the index has no place for is not read,
and nobody says so: an index of one row, meant for all rows of x, reads row 0
alone. It is not broadcast; `take_along_dim` is the one that does that.
"""

import torch

from koans import __


def test_an_index_smaller_than_what_it_reads(device):
    x = torch.tensor(
        [[50, 51, 52, 53], [60, 61, 62, 63], [70, 71, 72, 73]], device=device
    )
    index = torch.tensor([[2, 0]], device=device)
    assert [
        x.gather(0, index).tolist(),
        x.gather(1, index).tolist(),
        x.gather(1, index.T).tolist(),
    ] == __
