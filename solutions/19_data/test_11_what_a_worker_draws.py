"""Each worker gets seeds of its own; a generator in the dataset gets none.

The loader seeds three global streams in every worker, other ones for each:
torch's, Python's and NumPy's. (NumPy's was long left out, and all workers drew
the same augmentations; old advice still tells of it.) What lives inside of the
dataset is copied, state and all. Each worker draws the same from its copy, and
at every new epoch, copied once more, the same again.

Hint: Three of the five draw from a global stream that the loader seeds per worker.
Hint: Two of the five carry their state inside the dataset, and it is copied.
Hint: True: both workers drew the same. Ask for each: who knows in which worker it is?
Wrong: NumPy's global stream was once forgotten; today it is seeded as well.
    [False, False, True, True, True]
Wrong: A generator inside the dataset is copied with its state: both copies agree.
    [False, False, False, False, False]
Wrong: torch's own Generator object is no better: the loader does not know of it.
    [False, False, False, True, False]
Wrong: Workers start as copies of one process, but the loader seeds each anew.
    [True, True, True, True, True]
See: torch.utils.data.DataLoader, torch.utils.data.get_worker_info
"""

import random

import numpy as np
import torch
from torch.utils.data import DataLoader, Dataset


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
    assert same == [False, False, False, True, True]  # blank
