"""View cuts the same line of numbers anew; permute turns the tensor.

Both can give the shape you need, and shape is all that later code checks.

    x (2, 3)        x.view(3, 2)    x.permute(1, 0)
    10 11 12        10 11           10 20
    20 21 22        12 20           11 21
                    21 22           12 22

Here the first digit says the row a number was born in, the second its column.
"""

import pytest
import torch

from koans import __


@pytest.mark.essential
def test_the_same_shape_holds_other_numbers(device):
    readings = torch.tensor(
        [
            [10, 11, 12, 13],
            [20, 21, 22, 23],
            [30, 31, 32, 33],
        ],
        device=device,
    )
    viewed = readings.view(4, 3)
    permuted = readings.permute(1, 0)
    assert viewed.shape == permuted.shape
    assert [
        viewed[1].tolist(),
        permuted[1].tolist(),
    ] == __
