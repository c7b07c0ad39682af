"""None says that no path leads there; zero says that the path is flat.

`torch.autograd.grad` raises if an input plays no part in the output, because
that is mostly a bug. With `allow_unused=True` it answers None instead. A zero
is another matter: there is a path, and a small change of the input would change
nothing. `detach` and comparisons end the path.
"""

import torch

from koans import __


def test_which_gradients_are_missing(device):
    price, tax, discount, rating = (
        torch.tensor(value, device=device, requires_grad=True)
        for value in (3.0, 0.2, 0.5, 4.0)
    )

    cost = price.square() + 0 * tax - discount.detach()
    cost = cost + (rating > 2).float()

    gradients = torch.autograd.grad(
        cost, [price, tax, discount, rating], allow_unused=True
    )
    found = [None if gradient is None else gradient.item() for gradient in gradients]
    assert found == __
