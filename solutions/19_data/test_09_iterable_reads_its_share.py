"""Every worker reads the whole IterableDataset unless it takes its share.

A map-style dataset is asked for single indices, so the loader can hand each
worker other ones. An iterable dataset is copied whole into every worker, and
each copy starts at the beginning: two workers, and every sample comes twice.
Nothing warns; an epoch just gets longer. Only the dataset can divide the work.

Hint: Inside a worker `get_worker_info()` knows `id` and `num_workers`.
Hint: Without workers `get_worker_info()` is None: then read everything.
Hint: Worker 0 of 2 reads 0, 2, 4, ... and worker 1 reads 1, 3, 5, ...
Wrong: 9 // 2 is 4: the last line belongs to no worker and is lost.
    worker = get_worker_info()
    number, of = (worker.id, worker.num_workers) if worker else (0, 1)
    share = self.count // of
    return iter(range(number * share, (number + 1) * share))
Wrong: Only worker 0 reads: no line comes twice, but the others idle.
    worker = get_worker_info()
    return iter(range(self.count if worker is None or worker.id == 0 else 0))
Wrong: That counts on two workers: one worker alone reads every other line.
    worker = get_worker_info()
    first, of = (worker.id, 2) if worker else (0, 1)
    return iter(range(first, self.count, of))
Wrong: Without workers there is no worker_info: None has no id.
    worker = get_worker_info()
    return iter(range(worker.id, self.count, worker.num_workers))
Right:
    worker = get_worker_info()
    number, of = (worker.id, worker.num_workers) if worker else (0, 1)
    return iter(range(number * self.count // of, (number + 1) * self.count // of))
Right:
    for line in range(self.count):
        worker = get_worker_info()
        if worker is None or line % worker.num_workers == worker.id:
            yield line
See: torch.utils.data.get_worker_info, torch.utils.data.IterableDataset
"""

import pytest
import torch
from torch.utils.data import DataLoader, IterableDataset, get_worker_info


class LogLines(IterableDataset):
    """The line numbers of a log file, each once however many workers read it."""

    def __init__(self, count):
        self.count = count

    def __iter__(self):
        # broken: with two workers every line arrives twice
        # return iter(range(self.count))
        worker = get_worker_info()
        number, of = (0, 1) if worker is None else (worker.id, worker.num_workers)
        return iter(range(number, self.count, of))
        # end


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
