"""Heads merge by moving their dim back before they are flattened.

Attention splits the features of each token into heads, and moves the heads in
front of the tokens, so that each head sees all tokens. Reshape alone gives the
shape of the way back, and mixes tokens: it reads one head to its end before it
reads the next. Whatever moved a dim must move it back first.
"""

import pytest
import torch

from koans import __


def split_heads(x, num_heads):
    """Return x (batch, tokens, features) as (batch, heads, tokens, size)."""
    return x.unflatten(-1, (num_heads, -1)).transpose(1, 2)


def merge_heads(heads):
    """Return heads (batch, heads, tokens, size) as (batch, tokens, features)."""
    return __


@pytest.mark.parametrize("tokens, num_heads, size", [(5, 3, 4), (4, 4, 3), (3, 6, 1)])
def test_each_token_gets_its_features_back(device, tokens, num_heads, size):
    x = torch.randn(2, tokens, num_heads * size).to(device)
    merged = merge_heads(split_heads(x, num_heads))
    torch.testing.assert_close(merged, x, rtol=0, atol=0)


def test_each_head_keeps_its_block_of_features(device):
    heads = torch.randn(2, 3, 5, 4).to(device)
    merged = merge_heads(heads)
    assert merged.shape == (2, 5, 12)
    for index in range(3):
        block = merged[..., 4 * index : 4 * index + 4]
        torch.testing.assert_close(block, heads[:, index], rtol=0, atol=0)
