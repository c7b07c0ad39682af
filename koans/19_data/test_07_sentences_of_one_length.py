"""Batches of sentences of like lengths hold little padding.

A batch is as wide as its longest sentence. Mix long ones with short ones, and
half of what the model computes is padding. A batch sampler says which examples
go together: it yields lists of indices. Neighbours in order of length make good
batches. But the batches themselves must come in a random order, or every epoch
would begin with short sentences only, and end with the longest ones.
"""

import pytest
import torch
from torch.nn.utils.rnn import pad_sequence
from torch.utils.data import DataLoader, Sampler

from koans import __


class LengthBatches(Sampler):
    """Batches of `size` indices of like lengths; the batches in a random order."""

    def __init__(self, lengths, size):
        self.lengths, self.size = lengths, size

    def __len__(self):
        return -(-len(self.lengths) // self.size)

    def __iter__(self):
        __("yield lists of indices, every index once")


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
