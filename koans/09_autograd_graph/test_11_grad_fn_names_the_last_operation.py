"""A result names the operation that made it: its `grad_fn`.

The name is that of the operation with Backward0 behind it: `x.tanh()` has a
TanhBackward0. From there the trail goes back to what the operation was made
from, and so on, up to the leaf, whose node is AccumulateGrad. An operation on
plain data alone leaves no trace. `trail((data + weight).relu())` is

    ["Relu", "Add", "AccumulateGrad"]
"""

import torch

from koans import __


def trail(tensor):
    """Name the operations behind tensor, from the last to the leaf."""
    names, node = [], tensor.grad_fn
    while node is not None:
        names.append(type(node).__name__.removesuffix("Backward0"))
        recorded = [parent for parent, _ in node.next_functions if parent is not None]
        node = recorded[0] if recorded else None
    return names


def test_the_trail_of_a_loss(device):
    prices = torch.tensor([8.0, 2.0, 5.0], device=device)
    weight = torch.rand(3, device=device, requires_grad=True)

    scaled = prices / prices.max()
    growth = (scaled * weight).exp()
    loss = -growth.mean()
    assert trail(loss) == __
