"""A generator of its own makes a draw independent of everybody else's.

Which examples are held out for testing should hang on one seed, and not on how
many weights were drawn before. A `torch.Generator` is a stream beside the global
one. Functions that draw take it as `generator=`: they then neither read the
global stream nor move it.

Hint: `torch.randperm` takes `generator=`.
Hint: A new `torch.Generator()` can be seeded, and its `manual_seed` returns it.
Hint: `generator=torch.Generator().manual_seed(seed)`
Wrong: That draws from the global stream: the split hangs on what was drawn before.
    torch.randperm(n)
Wrong: `torch.manual_seed` seeds the global stream: everybody's numbers start anew.
    torch.randperm(n, generator=torch.manual_seed(seed))
Wrong: A new generator always begins at the same place: the seed is not used.
    torch.randperm(n, generator=torch.Generator())
Wrong: `randint` may hold out one example twice and another one never.
    torch.randint(n, (n,), generator=torch.Generator().manual_seed(seed))
Right:
    torch.randperm(n, generator=torch.Generator("cpu").manual_seed(seed))
See: torch.Generator, torch.randperm
"""

import pytest
import torch


def split_order(n, seed):
    """Return the order that randperm draws from seed; touch no global state."""
    return torch.randperm(n, generator=torch.Generator().manual_seed(seed))  # blank


@pytest.mark.parametrize(("n", "seed"), [(5, 4), (12, 4), (12, 9)])
def test_the_split_hangs_on_its_seed_alone(n, seed):
    torch.manual_seed(seed)
    expected = torch.randperm(n)  # two generators with one seed draw the same
    torch.rand(3)
    state = torch.get_rng_state()
    assert split_order(n, seed).tolist() == expected.tolist()
    assert torch.equal(torch.get_rng_state(), state), "the global stream has moved"
