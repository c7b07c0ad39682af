"""`view` never copies: it merges only dims that are neighbours in memory.

A view is the same memory with other strides. Two neighbouring dims become one
when a step of the outer is exactly a whole run of the inner; splitting a dim
always works. Where no strides will do, `view` raises and `reshape` copies.

Hint: Write the strides first: those of `x` are (12, 4, 1).
Hint: `turned` has shape (3, 2, 4) and strides (4, 12, 1): which dims can merge?
Hint: One of the three views of `turned` only splits.
Wrong: `x` is contiguous, so every shape with 24 elements is a view.
    [False, False, True, False]
Wrong: Splitting a dim needs no copy, also after a transpose.
    [True, False, False, False]
Wrong: 3 * 8 elements fit, but the 8 are not evenly spaced in memory.
    [True, False, True, True]
Wrong: (6, 4) merges 3 and 2: the six rows begin at 0, 12, 4, 16, ...: not even.
    [True, True, True, False]
Wrong: The number of elements is not enough: their order in memory counts too.
    [True, True, True, True]
See: torch.Tensor.view, torch.Tensor.reshape
"""

import pytest
import torch


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
    ] == [True, False, True, False]  # blank
