"""A split that is drawn anew each time moves held-out data into training.

Train today, resume tomorrow: another split, and the model has already seen most
of what it is measured on. A split needs a generator of its own with a fixed
seed: then it does not depend on what was drawn before, and does not move the
global stream for those who draw after it. Fractions say it without rounding.

Hint: Where does `random_split` take its numbers from, if nobody tells it?
Hint: It takes `generator=`; a generator takes its seed by `manual_seed`.
Hint: `random_split(dataset, [0.8, 0.2], generator=torch.Generator().manual_seed(seed))`
Wrong: From the global stream: another split after every other draw.
    train, held_out = random_split(dataset, [0.8, 0.2])
Wrong: That seeds the global stream: everyone's later draws start again from here.
    torch.manual_seed(seed)
    train, held_out = random_split(dataset, [0.8, 0.2])
Wrong: The first 80 % in file order: files are often sorted, by class or by date.
    cut = len(dataset) - len(dataset) // 5
    train = torch.utils.data.Subset(dataset, range(cut))
    held_out = torch.utils.data.Subset(dataset, range(cut, len(dataset)))
Wrong: Two draws: the second is another order, and the parts overlap.
    generator = torch.Generator().manual_seed(seed)
    train, _ = random_split(dataset, [0.8, 0.2], generator=generator)
    _, held_out = random_split(dataset, [0.8, 0.2], generator=generator)
Wrong: A generator without a seed of yours: every seed gives one and the same split.
    train, held_out = random_split(dataset, [0.8, 0.2], generator=torch.Generator())
Right:
    generator = torch.Generator().manual_seed(seed)
    count = len(dataset) // 5
    sizes = [len(dataset) - count, count]
    train, held_out = random_split(dataset, sizes, generator=generator)
Right:
    generator = torch.Generator().manual_seed(seed)
    order = torch.randperm(len(dataset), generator=generator).tolist()
    count = len(dataset) // 5
    train = torch.utils.data.Subset(dataset, order[count:])
    held_out = torch.utils.data.Subset(dataset, order[:count])
See: torch.utils.data.random_split, torch.Generator
"""

import pytest
import torch
from torch.utils.data import random_split


def split(dataset, seed):
    """Return about 80 % and 20 % of the dataset, always the same ones for a seed."""
    # blank: train and held_out, drawn from a stream of their own
    generator = torch.Generator().manual_seed(seed)
    train, held_out = random_split(dataset, [0.8, 0.2], generator=generator)
    # end
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
