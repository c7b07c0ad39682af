"""`chunk` is told how many parts, `split` how large a part is.

Both hand out full parts and leave the remainder to the last. `chunk` rounds
the size of a part up, and may run out before it has made all the parts asked
for: 5 rows in 4 chunks are 2, 2 and 1. `tensor_split` always makes as many as
you ask, and the first ones are larger by one.

Hint: `chunk(4)` of 9 rows: a part holds 9 / 4 rows, rounded up.
Hint: `split(4)` of 9 rows: parts of 4 until the rows run out.
Hint: `tensor_split(4)` gives four parts whose sizes differ by at most one.
Wrong: Four chunks of 3 would need 10 rows or more: `chunk` may give fewer than asked.
    [[3, 3, 2, 1], [4, 4, 1], [3, 2, 2, 2]]
Wrong: `chunk` rounds up and runs out; only `tensor_split` evens the parts out.
    [[3, 2, 2, 2], [4, 4, 1], [3, 2, 2, 2]]
Wrong: `split` is told the size of a part, not the number of parts.
    [[3, 3, 3], [3, 3, 3], [3, 2, 2, 2]]
Wrong: Nothing is dropped: the last part holds what is left.
    [[3, 3, 3], [4, 4], [3, 2, 2, 2]]
Wrong: The extra row goes to the first part, not to the last.
    [[3, 3, 3], [4, 4, 1], [2, 2, 2, 3]]
See: torch.chunk, torch.split, torch.tensor_split
"""

import torch


def lengths(parts):
    return [len(part) for part in parts]


def test_nine_rows_are_shared_out_in_three_ways(device):
    rows = torch.zeros(9, 2, device=device)
    assert [
        lengths(rows.chunk(4)),
        lengths(rows.split(4)),
        lengths(rows.tensor_split(4)),
    ] == [[3, 3, 3], [4, 4, 1], [3, 2, 2, 2]]  # blank
