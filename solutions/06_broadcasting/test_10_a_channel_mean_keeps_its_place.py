"""A number per channel fits (N, C, H, W) only with two dims behind it.

Reduce over every dim except the channels and C numbers are left, without a
place: as (C,) they line up with the width. Mostly that raises. On images as
wide as they have channels it goes through, and each column of pixels loses the
mean of some channel.

Hint: Over which three dims of `images` does the mean of a channel run?
Hint: What shape must `mean` have, so that its numbers stand below the C?
Hint: `mean` takes several dims, and can keep them as 1s.
Wrong: The right numbers, without a place: (C,) stands below the width.
    images.mean(dim=(0, 2, 3))
Wrong: That is the mean over the channels, one per pixel.
    images.mean(dim=1, keepdim=True)
Wrong: That is a mean per image and channel: the batch counts too.
    images.mean(dim=(2, 3), keepdim=True)
Wrong: One dim too few: (C, 1) puts the numbers below the height.
    images.mean(dim=(0, 2, 3))[:, None]
Wrong: One number for all channels leaves them apart from each other.
    images.mean()
Right:
    images.mean((0, 2, 3), True)
Right:
    images.mean(dim=(0, 2, 3))[:, None, None]
Right:
    images.mean(dim=(0, 2, 3)).view(1, -1, 1, 1)
Right:
    images.transpose(0, 1).flatten(start_dim=1).mean(dim=1).reshape(-1, 1, 1)
See: torch.mean
"""

import pytest
import torch


def centered(images):
    """Subtract from images (N, C, H, W) the mean of each channel."""
    mean = images.mean(dim=(0, 2, 3), keepdim=True)  # blank
    return images - mean


@pytest.mark.parametrize("shape", [(4, 3, 5, 3), (2, 2, 2, 2), (5, 2, 4, 6)])
def test_each_channel_is_centered_by_its_own_mean(device, shape):
    images = torch.randn(shape).to(device)
    result = centered(images)
    assert result.shape == shape
    for channel in range(shape[1]):
        plane = images[:, channel]
        expected = plane - plane.sum() / plane.numel()
        torch.testing.assert_close(result[:, channel], expected)
