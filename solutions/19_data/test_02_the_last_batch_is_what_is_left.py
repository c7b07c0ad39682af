"""A loader stacks examples into batches; the last one takes what is left.

Code that counts on `batch_size` breaks there: a hidden state of a fixed size, a
reshape, a mean of batch means. `drop_last=True` leaves the rest out of this
epoch. `batch_size=None` makes no batches at all: the loader hands on each example
as the dataset gives it, and no dim is added in front.

Hint: Eleven examples in fours: how many are left for the last batch?
Hint: With `drop_last` the last batch is the last full one.
Hint: Without batches, the last thing is one example: it has only its own dim.
Wrong: Only full batches would have four rows: here three examples are left.
    [[4, 6], [4, 6], [6]]
Wrong: The rest is dropped as a whole: what is left is a full batch.
    [[3, 6], [3, 6], [6]]
Wrong: `batch_size=None` is no batch of one: no dim is added.
    [[3, 6], [4, 6], [1, 6]]
Wrong: None is not "all in one batch": it is no batching.
    [[3, 6], [4, 6], [11, 6]]
See: torch.utils.data.DataLoader
"""

import torch
from torch.utils.data import DataLoader


def test_what_comes_last():
    readings = torch.randn(11, 6)
    loaders = [
        DataLoader(readings, batch_size=4),
        DataLoader(readings, batch_size=4, drop_last=True),
        DataLoader(readings, batch_size=None),
    ]
    last = [list(loader)[-1] for loader in loaders]
    assert [list(item.shape) for item in last] == [[3, 6], [4, 6], [6]]  # blank
