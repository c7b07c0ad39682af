"""An image that is divided by 255 twice is black to the model.

Files hold bytes, 0 to 255; models want floats near 0 to 1. Some readers divide
for you, others do not, and so a second division creeps in. Nothing warns: all
pixels are then below 0.004, and training looks hopelessly slow. How bright the
image is does not tell whether it was scaled: a dark one has small bytes, too.

Hint: How do you tell a stored image from a scaled one without looking at pixels?
Hint: Bytes have a dtype that scaled images never have.
Hint: Divide only `if images.dtype == torch.uint8`.
Wrong: A dark image of bytes 0 and 1 looks scaled, and is not.
    images = images.float()
    if images.max() > 1:
        images = images / 255
Wrong: Divided by its own brightest pixel, a dark image becomes a bright one.
    images = images / images.max()
Wrong: Never divided: what is stored as bytes stays at 0 to 255.
    images = images.float()
Wrong: In whole numbers everything below 255 becomes 0.
    if images.dtype == torch.uint8:
        images = images // 255
    images = images.float()
Right:
    if not images.is_floating_point():
        images = images.to(torch.float32).div(255)
Right:
    images = images / (255 if images.dtype == torch.uint8 else 1)
Right:
    from torchvision.transforms.v2.functional import to_dtype

    images = to_dtype(images, torch.float32, scale=True)
See: torchvision.transforms.v2.ToDtype, torch.Tensor.is_floating_point
"""

import pytest
import torch
import torch.nn.functional as F
from torch import nn


def as_floats(images):
    """Return images as float32 between 0 and 1, from bytes, or already scaled."""
    # broken: the model sees the same image, whoever has read it
    # images = images.float() / 255
    if images.dtype == torch.uint8:
        images = images.float() / 255
    # end
    return images


@pytest.mark.essential
def test_bytes_and_floats_show_the_same_image(device):
    stored = torch.randint(256, (3, 1, 5, 4), dtype=torch.uint8).to(device)
    stored[0, 0, 0, :2] = torch.tensor([0, 255])
    dark = (stored > 100).to(torch.uint8)
    for images in (stored, dark, stored[:1]):
        scaled = images.to(torch.float64).div(255).to(torch.float32)
        torch.testing.assert_close(as_floats(images), scaled)
        torch.testing.assert_close(as_floats(scaled), scaled)


@pytest.mark.essential
def test_a_model_learns_from_either(device, digits):
    images, labels = (part.to(device) for part in digits)
    for source in (images, (images * 255).round().to(torch.uint8)):
        linear = nn.Linear(64, 10).to(device)
        optimizer = torch.optim.SGD(linear.parameters(), lr=0.5, momentum=0.9)
        for _ in range(20):
            loss = F.cross_entropy(linear(as_floats(source).flatten(1)), labels)
            optimizer.zero_grad()
            loss.backward()
            optimizer.step()
        assert loss < 1  # 50 seeds: at most 0.23; scaled twice it is 2.30
