"""A Subset holds indices and a reference: both halves share one dataset.

`random_split` copies nothing. `train.dataset` and `held_out.dataset` are one
object, so a transform that you set through one half works in the other as well.
Random crops and flips then also fall on the images that measure you, and the
score is lower and noisier than the model deserves. Nothing warns.
"""

import pytest
import torch
from torch.utils.data import Dataset, Subset, random_split


class Images(Dataset):
    def __init__(self, images, transform=None):
        self.images, self.transform = images, transform

    def __len__(self):
        return len(self.images)

    def __getitem__(self, index):
        image = self.images[index]
        return image if self.transform is None else self.transform(image)


def split(images, augment, generator):
    """Return three quarters of the images, augmented anew each time, and the rest."""
    # repair: only the training images are augmented
    train, held_out = random_split(Images(images), [0.75, 0.25], generator=generator)
    train.dataset.transform = augment
    return train, held_out


@pytest.mark.parametrize("count", [12, 40])
def test_held_out_images_stay_as_they_are(count):
    images = torch.arange(float(count))[:, None, None].expand(count, 2, 3)

    def augment(image):  # a shift below 0.5: round() tells which image it was
        return image + 0.1 + 0.3 * torch.rand(())

    train, held_out = split(images, augment, torch.Generator().manual_seed(1))
    first, second = ([image[0, 0].item() for image in train] for _ in range(2))
    measured = [image[0, 0].item() for image in held_out]

    assert measured == [round(value) for value in measured]
    assert all(value != round(value) for value in first)
    assert not set(first) & set(second)
    assert sorted(round(value) for value in first + measured) == list(range(count))
