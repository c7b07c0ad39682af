"""A number per channel fits (N, C, H, W) only with two dims behind it.

Reduce over every dim except the channels and C numbers are left, without a
place: as (C,) they line up with the width. Mostly that raises. On images as
wide as they have channels it goes through, and each column of pixels loses the
mean of some channel.
"""

import pytest
import torch

from koans import __


def centered(images):
    """Subtract from images (N, C, H, W) the mean of each channel."""
    mean = __
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
