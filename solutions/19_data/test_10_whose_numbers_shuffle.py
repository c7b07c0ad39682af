"""A loader draws from the global stream, or from its own generator.

Shuffling needs random numbers, and even a loader that does not shuffle draws one
number per epoch, as a seed for workers that it may not have. So a validation
pass in the middle moves the stream, and everything drawn after it: remove the
pass, and the run is another one. With its own generator a loader repeats its
epochs from that seed, one after the other, and leaves the stream alone.

Hint: The generator is made once per loader, and goes on from epoch to epoch.
Hint: A new loader with the same seed begins at the same place.
Hint: The question for the last two: is the state of the global stream the same after?
Wrong: The second epoch goes on in the generator's stream: it is another order.
    [True, True, False, True]
Wrong: Nothing is shuffled, and yet one number is drawn per epoch.
    [True, False, True, True]
Wrong: The generator of the loader gives both the order and the workers' seed.
    [True, False, False, False]
Wrong: The order comes from the loader's own seed, whatever else was drawn.
    [False, False, False, True]
See: torch.utils.data.DataLoader, torch.get_rng_state
"""

import torch
from torch.utils.data import DataLoader


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
    assert answers == [True, False, False, True]  # blank
