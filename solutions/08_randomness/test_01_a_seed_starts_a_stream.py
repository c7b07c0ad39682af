"""A seed is where a stream of numbers begins, not a mode to be in.

A generator holds a state. Every draw computes numbers from it and moves it on;
`manual_seed` puts it at the beginning that belongs to the seed. From there the
same calls give the same numbers. Seeding once does not make two draws alike:
it makes two runs alike.

Hint: Number the draws of each stream: first draw after the seed, second draw.
Hint: `third` and `fourth` are the first and the second draw from seed 7 again.
Wrong: The stream moves on: `fourth` is the second draw from its seed, not the first.
    [True, True, True, False]
Wrong: From the same seed the second draw is the same second draw.
    [True, False, False, False]
Wrong: Seeding with 7 again goes back to the beginning of the same stream.
    [False, False, False, False]
Wrong: Another seed is another stream: its first draw is another one.
    [True, False, True, True]
See: torch.manual_seed, torch.Generator
"""

import pytest
import torch


@pytest.mark.essential
def test_which_draws_are_alike(device):
    torch.manual_seed(7)
    first = torch.rand(3, device=device)
    second = torch.rand(3, device=device)

    torch.manual_seed(7)
    third = torch.rand(3, device=device)
    fourth = torch.rand(3, device=device)

    torch.manual_seed(8)
    fifth = torch.rand(3, device=device)

    assert [
        torch.equal(third, first),
        torch.equal(fourth, first),
        torch.equal(fourth, second),
        torch.equal(fifth, first),
    ] == [True, False, True, False]  # blank
