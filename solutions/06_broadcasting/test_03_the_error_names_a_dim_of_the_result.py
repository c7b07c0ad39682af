"""A broken broadcast names two sizes and a dim of the result.

"The size of tensor a (A) must match the size of tensor b (B) at non-singleton
dimension D": a is the left operand, b the right. torch compares from the right
and stops at the first pair that does not fit. D counts the dims of the result,
from the left: in the shorter tensor that dim has a smaller index.

Hint: Write the shapes flush right. Which pair, from the right, is the first misfit?
Hint: 10 meets 10. What meets what next?
Hint: Then count that column from the left, from 0, in the longer shape.
Wrong: That pair does not fit either, but torch comes from the right and stops sooner.
    [7, 6, 1]
Wrong: Right pair; the dim is counted in the result, which has four dims.
    [5, 3, 1]
Wrong: Shapes are not aligned from the left.
    [8, 6, 0]
Wrong: Tensor a is the left operand of the minus.
    [3, 5, 2]
See: torch.broadcast_shapes
"""

import re

import pytest
import torch


def test_where_the_shapes_part(device):
    frames = torch.zeros(8, 7, 5, 10, device=device)
    background = torch.zeros(6, 3, 10, device=device)
    with pytest.raises(RuntimeError, match="size of tensor a") as error:
        frames - background
    numbers = re.findall(r"\d+", str(error.value))
    assert [int(number) for number in numbers] == [5, 3, 2]  # blank
