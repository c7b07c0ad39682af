"""A reshape to channels first turns the image into confetti.

An image file gives (height, width, channels): red, green and blue of one pixel
stand side by side. A convolution wants three planes, (channels, height, width).
Reshaping gives that shape and cuts the line of numbers into thirds: each plane
then mixes all three colours of one third of the image, and nothing complains.

Hint: Plane 0 of the result must hold the red of every pixel: `image[:, :, 0]`.
Hint: Which dim of `image` comes first in the result, which second, which third?
Hint: `image.permute(2, 0, 1)`: the result's dims, named by their old places.
Wrong: The shape is right for square images, but height and width are swapped.
    return image.permute(2, 1, 0)
Wrong: One swap moves the channels, and puts the height where the width belongs.
    return image.transpose(0, 2)
Wrong: A view keeps the order of the numbers just as reshape does.
    height, width, channels = image.shape
    return image.contiguous().view(channels, height, width)
Wrong: (1, 2, 0) is the way back: from planes to pixels.
    return image.permute(1, 2, 0)
Wrong: That sends the width to the front; name the old places in their new order.
    return image.permute(1, 0, 2)
Right:
    return image.movedim(-1, 0)
Right:
    return torch.stack(image.unbind(dim=-1))
Right:
    return image.transpose(1, 2).transpose(0, 1)
Right:
    height, width, channels = image.shape
    return image.reshape(height * width, channels).T.reshape(channels, height, width)
See: torch.permute, torch.movedim
"""

import pytest
import torch


def channels_first(image):
    """Return an image (height, width, channels) as (channels, height, width)."""
    # broken: each plane must hold one colour of the whole image
    # height, width, channels = image.shape
    # return image.reshape(channels, height, width)
    return image.permute(2, 0, 1)
    # end


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
