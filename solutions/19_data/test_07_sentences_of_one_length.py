"""Batches of sentences of like lengths hold little padding.

A batch is as wide as its longest sentence. Mix long ones with short ones, and
half of what the model computes is padding. A batch sampler says which examples
go together: it yields lists of indices. Neighbours in order of length make good
batches. But the batches themselves must come in a random order, or every epoch
would begin with short sentences only, and end with the longest ones.

Hint: Which order puts sentences of like lengths side by side? It is one of indices.
Hint: Sort the indices by length, cut them into batches, then shuffle the batches.
Hint: `argsort()`, `split(self.size)`, and a `torch.randperm` of the batches.
Wrong: Always the shortest batch first: each epoch runs from short to long.
    batches = torch.tensor(self.lengths).argsort().split(self.size)
    for batch in batches:
        yield batch.tolist()
Wrong: Shuffled before the cut, the order of the lengths is gone again.
    order = torch.tensor(self.lengths).argsort()
    order = order[torch.randperm(len(order))]
    for batch in order.split(self.size):
        yield batch.tolist()
Wrong: Those are sorted lengths; the loader asks for indices.
    batches = torch.tensor(self.lengths).sort().values.split(self.size)
    for i in torch.randperm(len(batches)).tolist():
        yield batches[i].tolist()
Wrong: One index at a time is what a sampler yields; a batch sampler yields lists.
    batches = torch.tensor(self.lengths).argsort().split(self.size)
    for i in torch.randperm(len(batches)).tolist():
        yield from batches[i].tolist()
Wrong: The last, shorter batch is thrown away: some sentences are never seen.
    batches = torch.tensor(self.lengths).argsort().split(self.size)
    for i in torch.randperm(len(self.lengths) // self.size).tolist():
        yield batches[i].tolist()
Right:
    order = sorted(range(len(self.lengths)), key=self.lengths.__getitem__)
    starts = range(0, len(order), self.size)
    for i in torch.randperm(len(starts)).tolist():
        yield order[starts[i] : starts[i] + self.size]
Right:
    order = torch.tensor(self.lengths).argsort(descending=True)
    batches = [batch.tolist() for batch in order.split(self.size)]
    while batches:
        yield batches.pop(torch.randint(len(batches), ()).item())
See: torch.utils.data.Sampler, torch.utils.data.DataLoader
"""

import pytest
import torch
from torch.nn.utils.rnn import pad_sequence
from torch.utils.data import DataLoader, Sampler


class LengthBatches(Sampler):
    """Batches of `size` indices of like lengths; the batches in a random order."""

    def __init__(self, lengths, size):
        self.lengths, self.size = lengths, size

    def __len__(self):
        return -(-len(self.lengths) // self.size)

    def __iter__(self):
        # blank: yield lists of indices, every index once
        batches = torch.tensor(self.lengths).argsort().split(self.size)
        for i in torch.randperm(len(batches)).tolist():
            yield batches[i].tolist()
        # end


@pytest.mark.parametrize(("count", "size"), [(30, 4), (50, 7)])
def test_little_padding_and_no_order(count, size):
    lengths = torch.randint(1, 40, (count,)).tolist()
    sentences = [torch.full((length,), i) for i, length in enumerate(lengths)]
    loader = DataLoader(
        sentences,
        batch_sampler=LengthBatches(lengths, size),
        collate_fn=lambda rows: pad_sequence(rows, batch_first=True, padding_value=-1),
    )
    epochs = [list(loader) for _ in range(3)]
    ranked = sorted(lengths)
    ascending = [ranked[i : i + size][-1] for i in range(0, count, size)]
    for epoch in epochs:
        assert sorted(int(i) for batch in epoch for i in batch[:, 0]) == list(
            range(count)
        )
        assert max(len(batch) for batch in epoch) == size
        assert len(epoch) == len(loader)
        padding = sum(int((batch == -1).sum()) for batch in epoch)
        assert padding <= sum(ascending) * size - sum(lengths)
    widths = [[batch.shape[1] for batch in epoch] for epoch in epochs]
    assert len({tuple(order) for order in widths}) > 1
    assert ascending not in widths
    assert ascending[::-1] not in widths
