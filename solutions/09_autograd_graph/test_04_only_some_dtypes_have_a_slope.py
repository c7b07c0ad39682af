"""A gradient needs a dtype whose numbers can change by a little.

A slope says what happens when an input moves by a tiny step. A count, a class
label or a mask has no tiny step to make, so torch refuses to track it. A
number with a fraction has one, however few bits it is written in.

Hint: In which of these dtypes can 1 become a little more than 1?
Hint: A complex number is made of two floats.
Wrong: 16 bits are few, yet bfloat16 is a float: models are trained in it.
    [True, False, False, False, False, True]
Wrong: A complex number is two floats, and both of them can move.
    [True, False, True, False, False, False]
Wrong: An int64 moves by whole steps only: it has no slope.
    [True, True, True, False, False, True]
Wrong: A bool is on or off: nothing lies between.
    [True, False, True, False, True, True]
See: torch.Tensor.requires_grad_, torch.is_floating_point, torch.is_complex
"""

import torch


def may_require_grad(dtype):
    try:
        torch.ones(2, dtype=dtype).requires_grad_()
    except RuntimeError:
        return False
    return True


def test_which_dtypes_may_require_grad():
    assert [
        may_require_grad(torch.float64),
        may_require_grad(torch.int64),
        may_require_grad(torch.bfloat16),
        may_require_grad(torch.uint8),
        may_require_grad(torch.bool),
        may_require_grad(torch.complex64),
    ] == [True, False, True, False, False, True]  # blank
