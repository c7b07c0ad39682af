"""A seed is where a stream of numbers begins, not a mode to be in.

A generator holds a state. Every draw computes numbers from it and moves it on;
`manual_seed` puts it at the beginning that belongs to the seed. From there the
same calls give the same numbers. Seeding once does not make two draws alike:
it makes two runs alike.
"""

import pytest
import torch

from koans import __


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
    ] == __
