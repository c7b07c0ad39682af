"""In place, only the right side may stretch.

`a + b` makes a new tensor, as large as both need. `a += b` has to put the
result where `a` is, so the shape of the result must be the shape of `a`: dims
of `b` stretch, dims of `a` do not, and `a` gets no new dims, not even of size 1.
"""

import torch

from koans import __


def test_who_may_stretch(device):
    def can_add(a_shape, b_shape):
        a = torch.zeros(a_shape, device=device)
        b = torch.ones(b_shape, device=device)
        try:
            a += b
        except RuntimeError:
            return False
        return True

    assert [
        can_add((2, 3), (3,)),
        can_add((3,), (2, 3)),
        can_add((3, 1), (1, 4)),
        can_add((2, 3), (2, 1)),
        can_add((3,), (1, 3)),
    ] == __
