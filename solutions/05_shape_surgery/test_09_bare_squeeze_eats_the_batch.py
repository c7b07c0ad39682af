"""Bare `squeeze` drops every dim of size 1, the batch's too.

It works for months, on batches of 32. Then one request arrives alone, or the
last batch of an epoch holds one example, and a dim is gone that the next line
counts on. Say which dim you mean: one that is not of size 1 then stays.

Hint: What is the shape of `masks.squeeze()` when there is one mask?
Hint: Only the channel has to go. Which dim is it?
Hint: `squeeze` takes `dim`.
Wrong: This puts the batch back, but a mask one pixel wide still loses its width.
    squeezed = masks.squeeze()
    return squeezed.unsqueeze(0) if len(masks) == 1 else squeezed
Wrong: Dim 0 is the batch: the channel stays, and a lone mask loses its batch.
    return masks.squeeze(0)
Wrong: Dim -1 is the width; the channel is dim 1.
    return masks.squeeze(-1)
Wrong: `masks[0]` is the first mask of the batch, not its only channel.
    return masks[0]
Right:
    return masks.squeeze(-3)
Right:
    return masks[:, 0]
Right:
    return masks.flatten(0, 1)
Right:
    return masks.select(1, 0)
See: torch.squeeze
"""

import pytest
import torch


def without_channel(masks):
    """Return masks (batch, 1, height, width) as (batch, height, width)."""
    # broken: only the channel may go
    # return masks.squeeze()
    return masks.squeeze(1)
    # end


@pytest.mark.parametrize(
    "batch, height, width", [(4, 3, 5), (1, 3, 5), (4, 1, 5), (1, 3, 1), (1, 1, 1)]
)
def test_only_the_channel_goes(device, batch, height, width):
    masks = torch.rand(batch, 1, height, width).to(device)
    result = without_channel(masks)
    assert result.shape == (batch, height, width)
    for mask, original in zip(result, masks):
        assert mask.tolist() == original[0].tolist()
