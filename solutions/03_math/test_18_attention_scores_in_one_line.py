"""One einsum line replaces two transposes and a batched product.

Attention scores are dot products of each query with each key, for every
example and every head apart. The inputs come as (batch, tokens, heads,
features), the scores leave as (batch, heads, queries, keys). With `@` the heads
must first be moved past the tokens; einsum does not care where a letter stands.

Hint: Five letters: batch, query, key, head, feature.
Hint: Queries and keys share batch, head and feature, and differ in one letter.
Hint: "bqhd,bkhd->..." and now the four letters that stay, in the order asked for.
Wrong: Rows and columns are swapped: queries come before keys.
    "bqhd,bkhd->bhkq"
Wrong: h is dropped: the scores of all the heads are added up.
    "bqhd,bkhd->bqk"
Wrong: One letter for both token dims: each query meets only the key of its place.
    "bqhd,bqhd->bhq"
Wrong: The scores are right, but the heads belong before the queries.
    "bqhd,bkhd->bqkh"
Wrong: d and e are not paired: no dot product is left.
    "bqhd,bkhe->bhqk"
Right:
    "bihd,bjhd->bhij"
Right:
    "b q h d, b k h d -> b h q k"
Right:
    "bq...d,bk...d->b...qk"
See: torch.einsum, torch.nn.functional.scaled_dot_product_attention
"""

import pytest
import torch


def attention_scores(q, k):
    """q (batch, queries, heads, features) and k (batch, keys, heads, features).

    Returns the dot products (batch, heads, queries, keys), not yet scaled.
    """
    return torch.einsum("bqhd,bkhd->bhqk", q, k)  # blank: "bqhd,bkhd->bhqk"


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
