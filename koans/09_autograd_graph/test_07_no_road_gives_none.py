"""A gradient of None says there is no road; zeros say the road is flat.

Backward writes into every leaf that it reaches, also where the slope is 0. A
leaf that it does not reach keeps what it had, and at first that is None. The
difference tells you which fault you have: a layer that was never connected, or
one that is connected and cannot move the loss.
"""

import torch

from koans import __


def test_none_or_zeros(device):
    x = torch.tensor([4.0, 5.0], device=device)
    used, silenced, not_chosen, detached, unused = leaves = [
        torch.ones(2, device=device, requires_grad=True) for _ in range(5)
    ]

    total = used * x + 0 * silenced + detached.detach() * x
    loss = torch.where(x > 0, total, not_chosen * x).sum()
    loss.backward()

    grads = [leaf.grad for leaf in leaves]
    assert [grad if grad is None else grad.tolist() for grad in grads] == __
