"""`fork_rng` lends you the global stream and puts it back afterwards.

Some draws take no `generator=`: a new layer's weights, dropout. To fix those,
seed the global stream, and everybody after you gets other numbers. `fork_rng`
is a `with` block that remembers the state on the way in and restores it on the
way out, also when an error leads out. `devices=[]` says: the CPU's stream only.

Hint: What must happen before `draw` is called, and what afterwards, error or not?
Hint: Seed inside the block of `torch.random.fork_rng(devices=[])`.
Hint: In the block: `torch.manual_seed(seed)`, then `result = draw()`.
Wrong: Nobody puts the stream back: the caller goes on from your seed.
    torch.manual_seed(seed)
    result = draw()
Wrong: The seed was set outside of the block, so that is the state it restores.
    torch.manual_seed(seed)
    with torch.random.fork_rng(devices=[]):
        result = draw()
Wrong: If `draw` raises, nobody gets to the last line.
    state = torch.get_rng_state()
    torch.manual_seed(seed)
    result = draw()
    torch.set_rng_state(state)
Wrong: Back to the caller's seed is back to the beginning, not to where it was.
    caller_seed = torch.initial_seed()
    try:
        torch.manual_seed(seed)
        result = draw()
    finally:
        torch.manual_seed(caller_seed)
Wrong: `draw` does not know your generator: it draws from the global stream.
    generator = torch.Generator().manual_seed(seed)
    result = draw()
Right:
    with torch.random.fork_rng():
        torch.manual_seed(seed)
        result = draw()
Right:
    state = torch.get_rng_state()
    try:
        torch.manual_seed(seed)
        result = draw()
    finally:
        torch.set_rng_state(state)
See: torch.random.fork_rng, torch.get_rng_state, torch.set_rng_state
"""

import pytest
import torch


def from_seed(seed, draw):
    """Return draw(), drawn on the CPU from the stream that begins at seed.

    The caller's stream goes on as if nothing had happened, even if draw raises.
    """
    # blank: seed the stream for draw alone
    with torch.random.fork_rng(devices=[]):
        torch.manual_seed(seed)
        result = draw()
    # end
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
