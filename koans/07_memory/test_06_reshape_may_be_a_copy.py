"""`reshape` returns a view where it can, and a copy where it must.

So what is written to its result arrives in the original, or does not: that
hangs on the strides, not on the line of code. Write to the result of `reshape`
only if both are fine. To insist on the same memory use `view`, which raises
where it cannot; to insist on a copy use `clone`.
"""

import torch

from koans import __


def test_which_writes_arrive(device):
    table = torch.zeros(2, 3, dtype=torch.int64, device=device)
    table.reshape(6)[1] = 5
    table.T.reshape(6)[2] = 7
    table[:, :2].reshape(4)[3] = 8
    table.T.reshape(3, 2, 1)[2, 0] = 9
    assert table.tolist() == __
