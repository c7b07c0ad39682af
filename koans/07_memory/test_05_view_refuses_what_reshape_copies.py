"""`view` never copies: it merges only dims that are neighbours in memory.

A view is the same memory with other strides. Two neighbouring dims become one
when a step of the outer is exactly a whole run of the inner; splitting a dim
always works. Where no strides will do, `view` raises and `reshape` copies.
"""

import pytest
import torch

from koans import __


def is_a_view(tensor, *shape):
    """Say whether tensor can be seen in this shape without a copy."""
    try:
        tensor.view(*shape)
    except RuntimeError:
        return False
    return True


@pytest.mark.essential
def test_a_transpose_leaves_neighbours_apart(device):
    x = torch.arange(24, device=device).reshape(2, 3, 4)
    turned = x.transpose(0, 1)
    assert [
        is_a_view(x, 8, 3),
        is_a_view(turned, 6, 4),
        is_a_view(turned, 3, 2, 2, 2),
        is_a_view(turned, 3, 8),
    ] == __
