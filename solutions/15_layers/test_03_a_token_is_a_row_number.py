"""An embedding is a table, and a token is the number of a row in it.

Words have no size, so a network gets a vector for each of them, learned like any
other weight. To look a row up is the same as to multiply the table by a one-hot
row, without the multiplying. Only rows that were looked up get a gradient, and
one that was looked up three times gets three.

Hint: The dims of `tokens` stay; behind them comes a row of the table.
Hint: What does indexing a matrix with a tensor of integers give?
Hint: One index, in the first dim: `weight[...]`.
Wrong: That takes columns: one feature of every word, not every feature of one.
    weight[:, tokens]
Wrong: Tokens count from 0: this is the row of the word before.
    weight[tokens - 1]
Wrong: `one_hot` guesses the number of words from the largest token it sees.
    F.one_hot(tokens).to(weight.dtype) @ weight
Wrong: A token is a name, not a quantity: word 8 is not twice word 4.
    tokens[..., None] * weight[0]
Wrong: The numbers are right, and the table will never learn: it was cut off.
    weight.detach()[tokens]
Right:
    F.one_hot(tokens, len(weight)).to(weight.dtype) @ weight
Right:
    weight.index_select(0, tokens.flatten()).reshape(*tokens.shape, -1)
Right:
    weight[tokens, :]
Right:
    torch.nn.functional.linear(F.one_hot(tokens, len(weight)).float(), weight.T)
Ban: embedding, Embedding, embedding_bag, EmbeddingBag
See: torch.nn.Embedding, torch.nn.functional.one_hot
"""

import pytest
import torch
import torch.nn.functional as F


def embed(weight, tokens):
    """Return a vector for each token; weight (vocabulary, width) is the table."""
    return weight[tokens]  # blank


@pytest.mark.parametrize("shape", [(7,), (2, 5), (3, 2, 4)])
def test_it_is_torch_s_embedding(device, shape):
    tokens = torch.randint(8, shape).to(device)  # the words 8 to 10 do not occur
    table = torch.randn(11, 6).to(device)
    ours, theirs = (table.clone().requires_grad_() for _ in range(2))
    vectors, expected = embed(ours, tokens), F.embedding(tokens, theirs)
    torch.testing.assert_close(vectors, expected)

    slopes = torch.randn(*shape, 6).to(device)
    vectors.backward(slopes)
    expected.backward(slopes)
    torch.testing.assert_close(ours.grad, theirs.grad)
