"""The loader stacks examples; sentences of different lengths do not stack.

`collate_fn` gets the list of examples that make up a batch, and returns the
batch. Ragged rows are filled up to the longest *of this batch*, which a padding
id marks as not being text. The true lengths come along: whoever averages over a
sentence, or wants its last token, must know where it ends.

Hint: `zip(*examples)` turns a list of pairs into a list of tokens and one of labels.
Hint: torch.nn.utils.rnn has a function that pads a list of sequences.
Hint: `pad_sequence(tokens, batch_first=True, padding_value=PADDING)`, and the lengths.
Wrong: Without `batch_first` time comes first: the batch is (length, sentences).
    tokens, labels = zip(*examples)
    lengths = torch.tensor([len(row) for row in tokens])
    padded = pad_sequence(tokens, padding_value=PADDING)
    labels = torch.tensor(labels)
Wrong: 0 is a token like any other here: the padding id is another.
    tokens, labels = zip(*examples)
    lengths = torch.tensor([len(row) for row in tokens])
    padded = pad_sequence(tokens, batch_first=True)
    labels = torch.tensor(labels)
Wrong: Cut to the shortest sentence they stack as well, and the ends are lost.
    tokens, labels = zip(*examples)
    lengths = torch.tensor([len(row) for row in tokens])
    padded = torch.stack([row[: lengths.min()] for row in tokens])
    labels = torch.tensor(labels)
Wrong: After padding all rows are equally long: measure before.
    tokens, labels = zip(*examples)
    padded = pad_sequence(tokens, batch_first=True, padding_value=PADDING)
    lengths = torch.tensor([len(row) for row in padded])
    labels = torch.tensor(labels)
Wrong: The padding on the left moves every token away from its place.
    tokens, labels = zip(*examples)
    lengths = torch.tensor([len(row) for row in tokens])
    padded = pad_sequence(
        tokens, batch_first=True, padding_value=PADDING, padding_side="left"
    )
    labels = torch.tensor(labels)
Right:
    labels = torch.tensor([label for _, label in examples])
    lengths = torch.tensor([len(tokens) for tokens, _ in examples])
    padded = torch.full((len(examples), int(lengths.max())), PADDING)
    for row, (tokens, _) in zip(padded, examples):
        row[: len(tokens)] = tokens
Right:
    longest = max(len(tokens) for tokens, _ in examples)
    padded = torch.stack(
        [torch.constant_pad_nd(t, (0, longest - len(t)), PADDING) for t, _ in examples]
    )
    lengths = torch.as_tensor([t.numel() for t, _ in examples])
    labels = torch.as_tensor([label for _, label in examples])
See: torch.nn.utils.rnn.pad_sequence, torch.utils.data.default_collate
"""

import pytest
import torch
from torch.nn.utils.rnn import pad_sequence
from torch.utils.data import DataLoader

PADDING = -1


def pad_batch(examples):
    """Turn [(tokens (length,), label), ...] into padded tokens, lengths and labels."""
    # blank: tokens (batch, longest), lengths (batch,), labels (batch,)
    tokens, labels = zip(*examples)
    lengths = torch.tensor([len(row) for row in tokens])
    padded = pad_sequence(tokens, batch_first=True, padding_value=PADDING)
    labels = torch.tensor(labels)
    # end
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
