"""`chunk` is told how many parts, `split` how large a part is.

Both hand out full parts and leave the remainder to the last. `chunk` rounds
the size of a part up, and may run out before it has made all the parts asked
for: 5 rows in 4 chunks are 2, 2 and 1. `tensor_split` always makes as many as
you ask, and the first ones are larger by one.
"""

import torch

from koans import __


def lengths(parts):
    return [len(part) for part in parts]


def test_nine_rows_are_shared_out_in_three_ways(device):
    rows = torch.zeros(9, 2, device=device)
    assert [
        lengths(rows.chunk(4)),
        lengths(rows.split(4)),
        lengths(rows.tensor_split(4)),
    ] == __
