"""A gradient needs a dtype whose numbers can change by a little.

A slope says what happens when an input moves by a tiny step. A count, a class
label or a mask has no tiny step to make, so torch refuses to track it. A
number with a fraction has one, however few bits it is written in.
"""

import torch

from koans import __


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
    ] == __
