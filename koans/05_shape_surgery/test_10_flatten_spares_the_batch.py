"""Bare `flatten` makes one line of everything, the batch included.

A linear layer wants one row of features per example, so flattening has to
leave dim 0 alone. The method starts at dim 0 unless told otherwise; the layer
`torch.nn.Flatten` starts at dim 1. Same name, other default.
"""

import pytest
import torch

from koans import __


def features_of(images):
    """Return images (batch, channels, height, width) as one row each."""
    return __


@pytest.mark.parametrize("shape", [(2, 3, 4, 5), (6, 1, 2, 7), (1, 3, 4, 2)])
def test_each_row_is_one_image(device, shape):
    images = torch.randn(shape).to(device)
    features = features_of(images)
    batch, channels, height, width = shape
    assert features.shape == (batch, channels * height * width)
    for row, image in zip(features, images):
        assert row.tolist() == image.reshape(-1).tolist()
