"""Workers share the indices of a dataset; a stream has none to share.

The loader hands each worker other indices, so an item is loaded once, whoever
does it. An iterable dataset has no indices: every worker gets a copy of it, and
each copy starts at the beginning. Nothing warns. An "epoch" is longer than you
think, and on a stream of files two workers read each of them twice.

Hint: With no workers the main process iterates: it reads to the end once.
Hint: Two workers are two copies of the stream, and both run to their end.
Hint: Seven lines by index stay seven; seven lines by two copies are fourteen.
Wrong: Nobody divides a stream: two workers read it twice.
    [7, 7, 7]
Wrong: The main process does not read along: two workers are two readers.
    [7, 21, 7]
Wrong: Indices are dealt out to the workers: each item comes once.
    [7, 14, 14]
Wrong: Without workers the main process reads: that is one pass, not none.
    [0, 14, 7]
See: torch.utils.data.IterableDataset, torch.utils.data.DataLoader
"""

from torch.utils.data import DataLoader, Dataset, IterableDataset


class Lines(Dataset):
    """The lines of a log, by index."""

    def __len__(self):
        return 7

    def __getitem__(self, index):
        return f"line {range(7)[index]}"


class Stream(IterableDataset):
    """The lines of a log, one after the other."""

    def __iter__(self):
        return iter(f"line {number}" for number in range(7))


def count(dataset, num_workers):
    context = "fork" if num_workers else None
    loader = DataLoader(
        dataset,
        batch_size=None,
        num_workers=num_workers,
        multiprocessing_context=context,
    )
    return len(list(loader))


def test_how_many_lines_arrive():
    streamed = [count(Stream(), num_workers) for num_workers in (0, 2)]
    indexed = count(Lines(), num_workers=2)
    assert [*streamed, indexed] == [7, 14, 7]  # blank
