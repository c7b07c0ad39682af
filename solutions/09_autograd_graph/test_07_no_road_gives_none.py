"""A gradient of None says there is no road; zeros say the road is flat.

Backward writes into every leaf that it reaches, also where the slope is 0. A
leaf that it does not reach keeps what it had, and at first that is None. The
difference tells you which fault you have: a layer that was never connected, or
one that is connected and cannot move the loss.

Hint: For each leaf: is there a recorded operation between it and the loss?
Hint: Times zero is still an operation; so is a `where` that chooses the other side.
Hint: Two are reached with slope 0, two are not reached at all.
Wrong: Multiplied by zero it is still in the graph: reached, with a slope of 0.
    [[4.0, 5.0], None, [0.0, 0.0], None, None]
Wrong: `where` passes zeros to the side that it did not choose.
    [[4.0, 5.0], [0.0, 0.0], None, None, None]
Wrong: `.detach()` closes the road: backward never gets there to write a zero.
    [[4.0, 5.0], [0.0, 0.0], [0.0, 0.0], [0.0, 0.0], None]
Wrong: Backward does not know of a leaf that is in no graph, so it writes nothing.
    [[4.0, 5.0], [0.0, 0.0], [0.0, 0.0], None, [0.0, 0.0]]
See: torch.Tensor.grad
"""

import torch


def test_none_or_zeros(device):
    x = torch.tensor([4.0, 5.0], device=device)
    used, silenced, not_chosen, detached, unused = leaves = [
        torch.ones(2, device=device, requires_grad=True) for _ in range(5)
    ]

    total = used * x + 0 * silenced + detached.detach() * x
    loss = torch.where(x > 0, total, not_chosen * x).sum()
    loss.backward()

    grads = [leaf.grad for leaf in leaves]
    assert [grad if grad is None else grad.tolist() for grad in grads] == [
        [4.0, 5.0],
        [0.0, 0.0],
        [0.0, 0.0],
        None,
        None,
    ]  # blank
