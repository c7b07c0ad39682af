"""A loader draws from the global stream, or from its own generator.

Shuffling needs random numbers, and even a loader that does not shuffle draws one
number per epoch, as a seed for workers that it may not have. So a validation
pass in the middle moves the stream, and everything drawn after it: remove the
pass, and the run is another one. With its own generator a loader repeats its
epochs from that seed, one after the other, and leaves the stream alone.
"""

import torch
from torch.utils.data import DataLoader

from koans import __


def seeded_loader(seed):
    generator = torch.Generator().manual_seed(seed)
    return DataLoader(range(20), batch_size=4, shuffle=True, generator=generator)


def epoch(loader):
    return [index for batch in loader for index in batch.tolist()]


def leaves_the_stream_alone(loader):
    before = torch.get_rng_state()
    epoch(loader)
    return torch.equal(torch.get_rng_state(), before)


def test_what_repeats_and_what_moves():
    loader = seeded_loader(7)
    first, second = epoch(loader), epoch(loader)
    torch.rand(3)
    answers = [
        epoch(seeded_loader(7)) == first,
        second == first,
        leaves_the_stream_alone(DataLoader(range(20), batch_size=4, shuffle=False)),
        leaves_the_stream_alone(seeded_loader(8)),
    ]
    assert answers == __
