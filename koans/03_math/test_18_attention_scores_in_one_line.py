"""One einsum line replaces two transposes and a batched product.

Attention scores are dot products of each query with each key, for every
example and every head apart. The inputs come as (batch, tokens, heads,
features), the scores leave as (batch, heads, queries, keys). With `@` the heads
must first be moved past the tokens; einsum does not care where a letter stands.
"""

import pytest
import torch

from koans import __


def attention_scores(q, k):
    """q (batch, queries, heads, features) and k (batch, keys, heads, features).

    Returns the dot products (batch, heads, queries, keys), not yet scaled.
    """
    return torch.einsum(__, q, k)


@pytest.mark.parametrize("queries, keys, heads", [(5, 7, 3), (4, 4, 4), (1, 6, 2)])
def test_every_query_meets_every_key_in_every_head(device, queries, keys, heads):
    q = torch.randn(2, queries, heads, 8).to(device)
    k = torch.randn(2, keys, heads, 8).to(device)
    scores = attention_scores(q, k)
    assert scores.shape == (2, heads, queries, keys)
    for example in range(2):
        for head in range(heads):
            expected = q[example, :, head] @ k[example, :, head].T
            torch.testing.assert_close(
                scores[example, head], expected, rtol=1e-4, atol=1e-5
            )
