"""`sample` is a number from nowhere, `rsample` the value of a formula.

`rsample` draws noise that has no parameters and returns `loc + scale * noise`.
So it can be asked how the result moves when `loc` moves: `requires_grad=True`
has torch record what is computed from a tensor, `backward` fills its `.grad`
(topic 09). `sample` returns a number of the same distribution without a record.
A Categorical has no `rsample`: an index cannot move a little.
"""

import torch
from torch.distributions import Normal

from koans import __


def test_how_the_cost_moves_with_loc(device):
    loc = torch.tensor([1.0, -2.0], device=device, requires_grad=True)
    prices = torch.tensor([3.0, 5.0], device=device)
    motion = Normal(loc, scale=0.5)

    position = motion.rsample()
    cost = (prices * position).sum()
    cost.backward()
    assert [
        motion.sample().requires_grad,
        position.requires_grad,
        loc.grad.tolist(),
    ] == __
