"""Bare `squeeze` drops every dim of size 1, the batch's too.

It works for months, on batches of 32. Then one request arrives alone, or the
last batch of an epoch holds one example, and a dim is gone that the next line
counts on. Say which dim you mean: one that is not of size 1 then stays.
"""

import pytest
import torch


def without_channel(masks):
    """Return masks (batch, 1, height, width) as (batch, height, width)."""
    # repair: only the channel may go
    return masks.squeeze()


@pytest.mark.parametrize(
    "batch, height, width", [(4, 3, 5), (1, 3, 5), (4, 1, 5), (1, 3, 1), (1, 1, 1)]
)
def test_only_the_channel_goes(device, batch, height, width):
    masks = torch.rand(batch, 1, height, width).to(device)
    result = without_channel(masks)
    assert result.shape == (batch, height, width)
    for mask, original in zip(result, masks):
        assert mask.tolist() == original[0].tolist()
