"""The loader stacks examples; sentences of different lengths do not stack.

`collate_fn` gets the list of examples that make up a batch, and returns the
batch. Ragged rows are filled up to the longest *of this batch*, which a padding
id marks as not being text. The true lengths come along: whoever averages over a
sentence, or wants its last token, must know where it ends.
"""

import pytest
import torch
from torch.nn.utils.rnn import pad_sequence
from torch.utils.data import DataLoader

from koans import __

PADDING = -1


def pad_batch(examples):
    """Turn [(tokens (length,), label), ...] into padded tokens, lengths and labels."""
    __("tokens (batch, longest), lengths (batch,), labels (batch,)")
    return padded, lengths, labels


def test_sentences_do_not_stack_by_themselves():
    sentences = [(torch.tensor(tokens), 1) for tokens in ([7, 0, 4], [5], [0, 9, 9, 2])]
    with pytest.raises(
        RuntimeError, match="stack expects each tensor to be equal size"
    ):
        next(iter(DataLoader(sentences, batch_size=3)))
    padded, _, _ = next(iter(DataLoader(sentences, batch_size=3, collate_fn=pad_batch)))
    assert padded.tolist() == [[7, 0, 4, -1], [5, -1, -1, -1], [0, 9, 9, 2]]


@pytest.mark.parametrize("lengths", [[3, 5, 1, 4, 2], [2, 2, 2], [6]])
def test_every_sentence_can_be_cut_out_again(lengths):
    sentences = [(torch.randint(9, (n,)), n % 3) for n in lengths]
    loader = DataLoader(sentences, batch_size=2, collate_fn=pad_batch)
    found = []
    for padded, sizes, labels in loader:
        assert padded.shape == (len(sizes), max(sizes))
        assert (padded == PADDING).sum() == padded.numel() - sizes.sum()
        for row, size, label in zip(padded, sizes, labels):
            found.append((row[:size].tolist(), label.item()))
    assert found == [(tokens.tolist(), label) for tokens, label in sentences]
