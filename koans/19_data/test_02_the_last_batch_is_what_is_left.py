"""A loader stacks examples into batches; the last one takes what is left.

Code that counts on `batch_size` breaks there: a hidden state of a fixed size, a
reshape, a mean of batch means. `drop_last=True` leaves the rest out of this
epoch. `batch_size=None` makes no batches at all: the loader hands on each example
as the dataset gives it, and no dim is added in front.
"""

import torch
from torch.utils.data import DataLoader

from koans import __


def test_what_comes_last():
    readings = torch.randn(11, 6)
    loaders = [
        DataLoader(readings, batch_size=4),
        DataLoader(readings, batch_size=4, drop_last=True),
        DataLoader(readings, batch_size=None),
    ]
    last = [list(loader)[-1] for loader in loaders]
    assert [list(item.shape) for item in last] == __
