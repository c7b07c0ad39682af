"""An expanded dim costs no memory: to move along it is to stand still.

The stride of a dim says how many numbers in memory one step along it passes
over. `expand` gives a dim of size 1 another size and stride 0: every index
along it reads the same number. `repeat` gives the same values, and writes each
of them out. Broadcasting works as `expand` does.

Hint: How many numbers does `expand` copy?
Hint: A step down the rows goes to the next of the three numbers.
Hint: A step to the right goes nowhere.
Wrong: The shape says 3000; memory still holds what `weights` held.
    [3000, 3000, 3000, (1000, 1)]
Wrong: One step to the right stays at the same number: that stride is 0.
    [3000, 3, 3000, (1, 1)]
Wrong: `repeat` writes its copies out.
    [3000, 3, 3, (1, 0)]
Wrong: The rows differ and the columns are the same: stand still to the right.
    [3000, 3, 3000, (0, 1)]
See: torch.Tensor.expand, torch.Tensor.stride
"""

import torch


def numbers_stored(x):
    return x.untyped_storage().nbytes() // x.element_size()


def test_three_numbers_in_a_thousand_columns(device):
    weights = torch.tensor([[0.5], [0.3], [0.2]], device=device)
    expanded = weights.expand(3, 1000)
    repeated = weights.repeat(1, 1000)
    assert [
        expanded.numel(),
        numbers_stored(expanded),
        numbers_stored(repeated),
        expanded.stride(),
    ] == [3000, 3, 3000, (1, 0)]  # blank
