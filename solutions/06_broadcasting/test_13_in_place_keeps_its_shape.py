"""In place, only the right side may stretch.

`a + b` makes a new tensor, as large as both need. `a += b` has to put the
result where `a` is, so the shape of the result must be the shape of `a`: dims
of `b` stretch, dims of `a` do not, and `a` gets no new dims, not even of size 1.

Hint: What is the shape of `a + b`? Is it the shape of `a`?
Hint: (3,) + (1, 3) has shape (1, 3): two dims.
Wrong: (1, 3) has one dim more than (3,), though it has as many elements.
    [True, False, False, True, True]
Wrong: Broadcasting alone is not enough: the result must fit into `a`.
    [True, True, True, True, True]
Wrong: `b` may be smaller: it stretches to the shape of `a`.
    [False, False, False, False, False]
Wrong: Both would have to stretch: `a` has one column, the result has four.
    [True, False, True, True, False]
See: torch.Tensor.add_
"""

import torch


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
    ] == [True, False, False, True, False]  # blank
