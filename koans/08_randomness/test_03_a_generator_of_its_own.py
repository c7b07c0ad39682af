"""A generator of its own makes a draw independent of everybody else's.

Which examples are held out for testing should hang on one seed, and not on how
many weights were drawn before. A `torch.Generator` is a stream beside the global
one. Functions that draw take it as `generator=`: they then neither read the
global stream nor move it.
"""

import pytest
import torch

from koans import __


def split_order(n, seed):
    """Return the order that randperm draws from seed; touch no global state."""
    return __


@pytest.mark.parametrize(("n", "seed"), [(5, 4), (12, 4), (12, 9)])
def test_the_split_hangs_on_its_seed_alone(n, seed):
    torch.manual_seed(seed)
    expected = torch.randperm(n)  # two generators with one seed draw the same
    torch.rand(3)
    state = torch.get_rng_state()
    assert split_order(n, seed).tolist() == expected.tolist()
    assert torch.equal(torch.get_rng_state(), state), "the global stream has moved"
