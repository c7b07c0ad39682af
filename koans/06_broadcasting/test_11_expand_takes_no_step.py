"""An expanded dim costs no memory: to move along it is to stand still.

The stride of a dim says how many numbers in memory one step along it passes
over. `expand` gives a dim of size 1 another size and stride 0: every index
along it reads the same number. `repeat` gives the same values, and writes each
of them out. Broadcasting works as `expand` does.
"""

import torch

from koans import __


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
    ] == __
