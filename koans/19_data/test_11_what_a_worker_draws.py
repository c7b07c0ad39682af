"""Each worker gets seeds of its own; a generator in the dataset gets none.

The loader seeds three global streams in every worker, other ones for each:
torch's, Python's and NumPy's. (NumPy's was long left out, and all workers drew
the same augmentations; old advice still tells of it.) What lives inside of the
dataset is copied, state and all. Each worker draws the same from its copy, and
at every new epoch, copied once more, the same again.
"""

import random

import numpy as np
import torch
from torch.utils.data import DataLoader, Dataset

from koans import __


class Noise(Dataset):
    """Five random numbers for every index, each from another source."""

    def __init__(self):
        self.numpy_generator = np.random.default_rng(5)
        self.torch_generator = torch.Generator().manual_seed(5)

    def __len__(self):
        return 2

    def __getitem__(self, index):
        return [
            torch.rand(()).item(),
            random.random(),
            np.random.rand(),
            self.numpy_generator.random(),
            torch.rand((), generator=self.torch_generator).item(),
        ]


def test_do_two_workers_draw_the_same():
    loader = DataLoader(
        Noise(), batch_size=None, num_workers=2, multiprocessing_context="fork"
    )
    from_one, from_another = loader
    same = [a == b for a, b in zip(from_one, from_another)]
    assert same == __
