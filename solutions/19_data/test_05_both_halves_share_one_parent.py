"""A Subset holds indices and a reference: both halves share one dataset.

`random_split` copies nothing. `train.dataset` and `held_out.dataset` are one
object, so a transform that you set through one half works in the other as well.
Random crops and flips then also fall on the images that measure you, and the
score is lower and noisier than the model deserves. Nothing warns.

Hint: Is `train.dataset` another object than `held_out.dataset`?
Hint: The training half needs a dataset of its own, over the same images.
Hint: `Subset(Images(images, augment), train.indices)`
Wrong: It is the same dataset: whoever sets it last sets it for both.
    train, held_out = random_split(Images(images), [0.75, 0.25], generator=generator)
    train.dataset.transform = augment
    held_out.dataset.transform = None
Wrong: A Subset asks its dataset, and never looks at a transform of its own.
    train, held_out = random_split(Images(images), [0.75, 0.25], generator=generator)
    train.transform = augment
Wrong: Drawn twice, the second split is another one: the halves overlap.
    train, _ = random_split(Images(images, augment), [0.75, 0.25], generator=generator)
    _, held_out = random_split(Images(images), [0.75, 0.25], generator=generator)
Wrong: `augment` runs once, now: each epoch will see the same "random" images.
    train, held_out = random_split(Images(images), [0.75, 0.25], generator=generator)
    train = [augment(image) for image in train]
Right:
    train, held_out = random_split(Images(images), [0.75, 0.25], generator=generator)
    train.dataset = Images(images, augment)
Right:
    train, held_out = random_split(Images(images), [0.75, 0.25], generator=generator)
    import copy

    train.dataset = copy.copy(train.dataset)
    train.dataset.transform = augment
Right:
    train, held_out = random_split(range(len(images)), [0.75, 0.25], generator=generator)
    train = Subset(Images(images, augment), train.indices)
    held_out = Subset(Images(images), held_out.indices)
See: torch.utils.data.Subset, torch.utils.data.random_split
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
    # broken: only the training images are augmented
    # train, held_out = random_split(Images(images), [0.75, 0.25], generator=generator)
    # train.dataset.transform = augment
    train, held_out = random_split(Images(images), [0.75, 0.25], generator=generator)
    train = Subset(Images(images, augment), train.indices)
    # end
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
