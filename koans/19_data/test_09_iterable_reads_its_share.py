"""Every worker reads the whole IterableDataset unless it takes its share.

A map-style dataset is asked for single indices, so the loader can hand each
worker other ones. An iterable dataset is copied whole into every worker, and
each copy starts at the beginning: two workers, and every sample comes twice.
Nothing warns; an epoch just gets longer. Only the dataset can divide the work.
"""

import pytest
import torch
from torch.utils.data import DataLoader, IterableDataset, get_worker_info


class LogLines(IterableDataset):
    """The line numbers of a log file, each once however many workers read it."""

    def __init__(self, count):
        self.count = count

    def __iter__(self):
        # repair: with two workers every line arrives twice
        return iter(range(self.count))


@pytest.mark.parametrize(("num_workers", "shares"), [(0, [9]), (1, [9]), (2, [4, 5])])
def test_every_line_arrives_once_and_no_worker_idles(num_workers, shares):
    loader = DataLoader(
        LogLines(9),
        batch_size=9,
        num_workers=num_workers,
        multiprocessing_context="fork" if num_workers else None,
    )
    batches = list(loader)  # one per worker: each fills its own
    assert sorted(torch.cat(batches).tolist()) == list(range(9))
    assert sorted(len(batch) for batch in batches) == shares
