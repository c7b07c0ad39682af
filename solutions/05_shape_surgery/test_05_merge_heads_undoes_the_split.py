"""Heads merge by moving their dim back before they are flattened.

Attention splits the features of each token into heads, and moves the heads in
front of the tokens, so that each head sees all tokens. Reshape alone gives the
shape of the way back, and mixes tokens: it reads one head to its end before it
reads the next. Whatever moved a dim must move it back first.

Hint: The split unflattens, then transposes. The merge undoes both, last one first.
Hint: Which two dims must be neighbours, in which order, before they become one?
Hint: Transpose dims 1 and 2, then flatten the last two.
Wrong: The shape is right, and each row now holds several tokens of one head.
    heads.reshape(heads.shape[0], heads.shape[2], -1)
Wrong: The features of the heads are dealt out by turns: they must stay together.
    heads.permute(0, 2, 3, 1).flatten(2)
Wrong: That merges the heads with the tokens; they belong to the features.
    heads.flatten(1, 2)
Wrong: A view cannot merge dims that are no neighbours in memory: reshape copies.
    heads.transpose(1, 2).view(heads.shape[0], heads.shape[2], -1)
Wrong: Adding the heads up loses which head said what.
    heads.sum(dim=1)
Right:
    heads.transpose(1, 2).reshape(heads.shape[0], heads.shape[2], -1)
Right:
    torch.cat(heads.unbind(dim=1), dim=-1)
Right:
    heads.permute(0, 2, 1, 3).contiguous().flatten(start_dim=-2)
Right:
    heads.transpose(1, 2).contiguous().view(heads.shape[0], heads.shape[2], -1)
See: torch.transpose, torch.Tensor.unflatten, torch.flatten
"""

import pytest
import torch


def split_heads(x, num_heads):
    """Return x (batch, tokens, features) as (batch, heads, tokens, size)."""
    return x.unflatten(-1, (num_heads, -1)).transpose(1, 2)


def merge_heads(heads):
    """Return heads (batch, heads, tokens, size) as (batch, tokens, features)."""
    return heads.transpose(1, 2).flatten(start_dim=2)  # blank


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
