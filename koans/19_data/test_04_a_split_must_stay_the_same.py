"""A split that is drawn anew each time moves held-out data into training.

Train today, resume tomorrow: another split, and the model has already seen most
of what it is measured on. A split needs a generator of its own with a fixed
seed: then it does not depend on what was drawn before, and does not move the
global stream for those who draw after it. Fractions say it without rounding.
"""

import pytest
import torch
from torch.utils.data import random_split

from koans import __


def split(dataset, seed):
    """Return about 80 % and 20 % of the dataset, always the same ones for a seed."""
    __("train and held_out, drawn from a stream of their own")
    return train, held_out


@pytest.mark.parametrize("count", [30, 47, 101])
def test_the_split_belongs_to_its_seed(count):
    words = [f"word {i}" for i in range(count)]
    train, held_out = (list(part) for part in split(words, seed=3))
    assert len(train) in (count - count // 5, count - count // 5 - 1)
    assert sorted(train + held_out) == sorted(words)
    assert set(held_out) != set(words[-len(held_out) :])

    torch.rand(5)
    stream = torch.get_rng_state()
    assert [list(part) for part in split(words, seed=3)] == [train, held_out]
    assert set(split(words, seed=4)[1]) != set(held_out)
    assert torch.equal(torch.get_rng_state(), stream)
