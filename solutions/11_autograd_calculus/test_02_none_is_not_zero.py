"""None says that no path leads there; zero says that the path is flat.

`torch.autograd.grad` raises if an input plays no part in the output, because
that is mostly a bug. With `allow_unused=True` it answers None instead. A zero
is another matter: there is a path, and a small change of the input would change
nothing. `detach` and comparisons end the path.

Hint: For each input: does it appear in `cost` at all, and is the path recorded?
Hint: `0 * tax` is recorded; `rating > 2` is a bool, which has no gradient.
Hint: A number for `price`, a number for `tax`, and twice the same for the others.
Wrong: `0 * tax` is a recorded path, with slope 0.
    [6.0, None, None, None]
Wrong: A detached tensor is a constant: no path leads back to `discount`.
    [6.0, 0.0, -1.0, None]
Wrong: Without `materialize_grads=True` a missing path is None, not 0.
    [6.0, 0.0, 0.0, 0.0]
Wrong: A comparison gives bools, and there the path ends; a flat one would give 0.
    [6.0, 0.0, None, 0.0]
See: torch.autograd.grad
"""

import torch


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
    assert found == [6.0, 0.0, None, None]  # blank
