"""One input that requires grad is enough to make the result require it.

`requires_grad` is a question that each operation asks its inputs. If any says
yes, the operation is recorded and its result says yes as well. The numbers do
not matter, only how they came about. Two things do not carry it on: a result
that holds no floats has no slope, and a new tensor has no past.

Hint: Go line by line: does a tensor that requires grad go in, and do floats come out?
Hint: Zero times weight is recorded like any other product.
Hint: `weight > 0.5` holds bools, and `zeros_like` reads only shape, dtype and device.
Wrong: All zeros, but made from weight: autograd records operations, not numbers.
    [False, True, False, True, False, False]
Wrong: A comparison gives bools, and a bool cannot change by a little.
    [False, True, True, True, True, False]
Wrong: `zeros_like` takes the shape and the dtype from weight, not its history.
    [False, True, True, True, False, True]
Wrong: One input that requires grad is enough; not all have to.
    [False, False, False, True, False, False]
Wrong: It spreads on: what comes of a result that requires grad requires grad too.
    [False, True, True, False, False, False]
See: torch.Tensor.requires_grad
"""

import torch


def test_which_results_require_grad(device):
    price = torch.tensor([3.0, 1.0, 2.0], device=device)
    weight = torch.tensor([0.2, 0.9, 0.4], device=device, requires_grad=True)

    doubled = price * 2
    weighted = price * weight
    silenced = 0 * weight
    total = weighted.sum() + doubled.sum()
    large = weight > 0.5
    start = torch.zeros_like(weight)

    results = [doubled, weighted, silenced, total, large, start]
    assert [t.requires_grad for t in results] == [
        False,
        True,
        True,
        True,
        False,
        False,
    ]  # blank
