"""A broken broadcast names two sizes and a dim of the result.

"The size of tensor a (A) must match the size of tensor b (B) at non-singleton
dimension D": a is the left operand, b the right. torch compares from the right
and stops at the first pair that does not fit. D counts the dims of the result,
from the left: in the shorter tensor that dim has a smaller index.
"""

import re

import pytest
import torch

from koans import __


def test_where_the_shapes_part(device):
    frames = torch.zeros(8, 7, 5, 10, device=device)
    background = torch.zeros(6, 3, 10, device=device)
    with pytest.raises(RuntimeError, match="size of tensor a") as error:
        frames - background
    numbers = re.findall(r"\d+", str(error.value))
    assert [int(number) for number in numbers] == __
