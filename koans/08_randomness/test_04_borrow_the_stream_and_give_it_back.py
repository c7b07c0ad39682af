"""`fork_rng` lends you the global stream and puts it back afterwards.

Some draws take no `generator=`: a new layer's weights, dropout. To fix those,
seed the global stream, and everybody after you gets other numbers. `fork_rng`
is a `with` block that remembers the state on the way in and restores it on the
way out, also when an error leads out. `devices=[]` says: the CPU's stream only.
"""

import pytest
import torch

from koans import __


def from_seed(seed, draw):
    """Return draw(), drawn on the CPU from the stream that begins at seed.

    The caller's stream goes on as if nothing had happened, even if draw raises.
    """
    __("seed the stream for draw alone")
    return result


@pytest.mark.parametrize("seed", [5, 23])
def test_the_caller_notices_nothing(seed):
    torch.manual_seed(seed)
    expected = torch.randn(6)

    torch.manual_seed(11)
    torch.rand(2)
    following = torch.rand(3)

    torch.manual_seed(11)
    torch.rand(2)
    assert torch.equal(from_seed(seed, lambda: torch.randn(6)), expected)
    assert torch.equal(torch.rand(3), following)


def test_the_caller_notices_nothing_of_an_error():
    def draw():
        raise KeyError("no such layer")

    state = torch.get_rng_state()
    with pytest.raises(KeyError):
        from_seed(5, draw)
    assert torch.equal(torch.get_rng_state(), state)
