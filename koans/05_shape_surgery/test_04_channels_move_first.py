"""A reshape to channels first turns the image into confetti.

An image file gives (height, width, channels): red, green and blue of one pixel
stand side by side. A convolution wants three planes, (channels, height, width).
Reshaping gives that shape and cuts the line of numbers into thirds: each plane
then mixes all three colours of one third of the image, and nothing complains.
"""

import pytest
import torch


def channels_first(image):
    """Return an image (height, width, channels) as (channels, height, width)."""
    # repair: each plane must hold one colour of the whole image
    height, width, channels = image.shape
    return image.reshape(channels, height, width)


@pytest.mark.parametrize("shape", [(4, 4, 3), (5, 2, 3), (1, 6, 4), (2, 3, 1)])
def test_each_plane_is_one_colour(device, shape):
    image = torch.randint(256, shape, dtype=torch.uint8).to(device)
    planes = channels_first(image)
    height, width, channels = shape
    assert planes.shape == (channels, height, width)
    for channel in range(channels):
        assert planes[channel].tolist() == image[:, :, channel].tolist()


def test_three_by_three_pixels_can_still_be_told_apart(device):
    image = torch.arange(27, device=device).reshape(3, 3, 3)
    blue = channels_first(image)[2]
    assert blue.tolist() == [[2, 5, 8], [11, 14, 17], [20, 23, 26]]
