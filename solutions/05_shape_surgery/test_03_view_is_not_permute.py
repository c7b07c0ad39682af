"""View cuts the same line of numbers anew; permute turns the tensor.

Both can give the shape you need, and shape is all that later code checks.

    x (2, 3)        x.view(3, 2)    x.permute(1, 0)
    10 11 12        10 11           10 20
    20 21 22        12 20           11 21
                    21 22           12 22

Here the first digit says the row a number was born in, the second its column.

Hint: After permute(1, 0), index [1] takes what was column 1.
Hint: After view(4, 3), row 1 holds the fourth to the sixth number.
Hint: Of the line 10 11 12 13 20 21 ..., the view's row 1 begins at 13.
Wrong: A view turns nothing around: these three never stood in one of its rows.
    [[11, 21, 31], [11, 21, 31]]
Wrong: These are the two answers in each other's place.
    [[11, 21, 31], [13, 20, 21]]
Wrong: Row 1 of `readings` is cut by the view: its rows hold three numbers, not four.
    [[20, 21, 22], [11, 21, 31]]
Wrong: Permute makes columns rows: it does not cut the line into threes.
    [[13, 20, 21], [13, 20, 21]]
See: torch.Tensor.view, torch.permute
"""

import pytest
import torch


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
    ] == [[13, 20, 21], [11, 21, 31]]  # blank
