"""`sample` is a number from nowhere, `rsample` the value of a formula.

`rsample` draws noise that has no parameters and returns `loc + scale * noise`.
So it can be asked how the result moves when `loc` moves: `requires_grad=True`
has torch record what is computed from a tensor, `backward` fills its `.grad`
(topic 09). `sample` returns a number of the same distribution without a record.
A Categorical has no `rsample`: an index cannot move a little.

Hint: Which of the two results has a record of where it came from?
Hint: If `loc` moves by one, `loc + scale * noise` moves by one, whatever the noise.
Hint: `cost` is 3 * position[0] + 5 * position[1].
Wrong: `sample` draws outside of the record: nothing leads back to `loc`.
    [True, True, [3, 5]]
Wrong: `rsample` is `loc + scale * noise`: a formula with a record.
    [False, False, [3, 5]]
Wrong: The noise does not move with `loc`, but `loc` is added to it.
    [False, True, [0, 0]]
Wrong: The position moves by one, and the cost by as many times its price.
    [False, True, [1, 1]]
Wrong: 0.5 scales the noise; `loc` is added as it is.
    [False, True, [1.5, 2.5]]
See: torch.distributions.Distribution.rsample, torch.distributions.Normal
"""

import torch
from torch.distributions import Normal


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
    ] == [False, True, [3, 5]]  # blank
