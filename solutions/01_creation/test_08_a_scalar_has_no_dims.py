"""A shape says how many dims there are as well as how long each is.

A number can stand alone, in a list, or in a list of lists. It is one element
each time, in 0, 1 or 2 dims, and the shape has one entry for each dim. `sum`
leaves a number that stands alone; that is why `loss[0]` raises. A dim may also
have length 0: an empty list is still a list.

Hint: `tolist` would print how many brackets around the number? So many dims.
Hint: A slice of a list is a list, however short. A sum is no list.
Hint: The sum has shape `()`, and a slice that holds nothing has shape `(0,)`.
Wrong: A sum is not a list of one: it has no dims, so there is no length to write.
    [(1,), (1,), (0,), (1, 1)]
Wrong: `(0,)` is an empty list. The sum holds one number, in no dim.
    [(0,), (1,), (0,), (1, 1)]
Wrong: A slice keeps its dim, whether it holds one number or none.
    [(), (), (), (1, 1)]
Wrong: Two pairs of brackets are two dims, even around a single number.
    [(), (1,), (0,), (1,)]
Right:
    [torch.Size([]), torch.Size([1]), torch.Size([0]), torch.Size([1, 1])]
See: torch.Tensor.shape, torch.Tensor.dim
"""

import torch


def test_four_shapes(device):
    prices = torch.tensor([3.0, 5.0, 4.0], device=device)
    total = prices.sum()
    first = prices[:1]
    nothing = prices[:0]
    table = torch.tensor([[12.0]], device=device)
    shapes = [total.shape, first.shape, nothing.shape, table.shape]
    assert shapes == [(), (1,), (0,), (1, 1)]  # blank
