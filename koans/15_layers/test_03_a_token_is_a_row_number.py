"""An embedding is a table, and a token is the number of a row in it.

Words have no size, so a network gets a vector for each of them, learned like any
other weight. To look a row up is the same as to multiply the table by a one-hot
row, without the multiplying. Only rows that were looked up get a gradient, and
one that was looked up three times gets three.
"""

import pytest
import torch
import torch.nn.functional as F

from koans import __


def embed(weight, tokens):
    """Return a vector for each token; weight (vocabulary, width) is the table."""
    return __


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
