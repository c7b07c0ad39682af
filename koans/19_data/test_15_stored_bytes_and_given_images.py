"""A transform works when an item is asked for, not on what is stored.

`MNIST` reads the bytes of all images into `data`. An index takes one of them,
makes a picture of it, and hands it to the transform. So code that trains on
`dataset.data` for speed trains on other numbers than code that goes through the
dataset: not scaled, not augmented, and without a dim for the channel.
"""

import torch
from torch.utils.data import DataLoader
from torchvision.datasets import MNIST
from torchvision.transforms import v2

from koans import __


def test_three_shapes_of_one_data_set(request):
    transform = v2.Compose([v2.ToImage(), v2.ToDtype(torch.float32, scale=True)])
    dataset = MNIST(request.config.rootpath / "data", transform=transform)
    assert len(dataset) == 1287
    image, _ = dataset[0]
    assert (dataset.data.dtype, image.dtype) == (torch.uint8, torch.float32)

    batch, _ = next(iter(DataLoader(dataset, batch_size=32)))
    shapes = [list(images.shape) for images in (dataset.data, image, batch)]
    assert shapes == __
