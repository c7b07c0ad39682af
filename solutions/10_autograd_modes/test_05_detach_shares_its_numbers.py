"""`detach` cuts the history and keeps the memory.

A detached tensor is the same numbers without a `grad_fn`. Nothing is copied:
what is written into one is read in the other. So a "snapshot" of the weights
taken with `detach` alone follows them through every later step.

Hint: One step takes `weights` from [1, 2, 4] to [0.5, 1, 2].
Hint: Which of `alias` and `snapshot` has memory of its own?
Hint: `alias` is still the weights: the distance from it is zero.
Wrong: `detach` does not copy: `alias` has moved together with the weights.
    [[-0.5, -1.0, -2.0], [-0.5, -1.0, -2.0]]
Wrong: `clone` copies: the snapshot still holds the old weights.
    [[0.0, 0.0, 0.0], [0.0, 0.0, 0.0]]
Wrong: The other way round: `clone` is what copies.
    [[-0.5, -1.0, -2.0], [0.0, 0.0, 0.0]]
Wrong: The weights became smaller: new minus old is negative.
    [[0.0, 0.0, 0.0], [0.5, 1.0, 2.0]]
See: torch.Tensor.detach, torch.Tensor.clone
"""

import torch


def test_how_far_one_step_moved_the_weights(device):
    weights = torch.tensor([1.0, 2.0, 4.0], device=device, requires_grad=True)
    alias = weights.detach()
    snapshot = weights.detach().clone()

    weights.square().sum().backward()  # the gradient is 2 * weights
    with torch.no_grad():
        weights -= 0.25 * weights.grad

    moved = [(weights.detach() - old).tolist() for old in (alias, snapshot)]
    assert moved == [[0.0, 0.0, 0.0], [-0.5, -1.0, -2.0]]  # blank
