"""Bare `flatten` makes one line of everything, the batch included.

A linear layer wants one row of features per example, so flattening has to
leave dim 0 alone. The method starts at dim 0 unless told otherwise; the layer
`torch.nn.Flatten` starts at dim 1. Same name, other default.

Hint: What must `len(features)` be?
Hint: `flatten` can be told where to start.
Hint: Keep dim 0: `start_dim=1`.
Wrong: One long line: which numbers belong to which image is lost.
    images.flatten()
Wrong: That asks for columns per image; each image must be a row.
    images.reshape(-1, len(images))
Wrong: That is right for images of 24 numbers only: leave the counting to torch.
    images.reshape(-1, 24)
Wrong: The shape is right, and every row is a mixture of all the images.
    images.reshape(-1, len(images)).T
Wrong: `start_dim=-1` begins at the last dim: there is nothing left to merge.
    images.flatten(start_dim=-1)
Wrong: That stops at dim 1, where it should begin: batch and channels are merged.
    images.flatten(end_dim=1)
Right:
    images.flatten(1)
Right:
    images.reshape(len(images), -1)
Right:
    images.view(images.shape[0], -1)
Right:
    torch.nn.Flatten()(images)
Right:
    torch.stack([image.flatten() for image in images])
See: torch.flatten, torch.nn.Flatten
"""

import pytest
import torch


def features_of(images):
    """Return images (batch, channels, height, width) as one row each."""
    return images.flatten(start_dim=1)  # blank


@pytest.mark.parametrize("shape", [(2, 3, 4, 5), (6, 1, 2, 7), (1, 3, 4, 2)])
def test_each_row_is_one_image(device, shape):
    images = torch.randn(shape).to(device)
    features = features_of(images)
    batch, channels, height, width = shape
    assert features.shape == (batch, channels * height * width)
    for row, image in zip(features, images):
        assert row.tolist() == image.reshape(-1).tolist()
