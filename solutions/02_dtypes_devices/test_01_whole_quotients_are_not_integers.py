"""Integers divided by integers answer in the default dtype.

A dtype is chosen before any number is computed, so it cannot depend on whether
the quotients come out whole. NumPy takes the width of Python's float; torch
takes `torch.get_default_dtype()`, which is also the dtype of `torch.tensor(0.5)`
and of a new layer's weights.

Hint: Does 120 / 60 give 2 or 2.0 in Python 3?
Hint: NumPy would say float64; a new layer's weights have another float dtype.
Wrong: Whole numbers, but not integers: `/` cannot know that nothing is left over.
    torch.int64
Wrong: That is NumPy's choice; torch takes its own default dtype, which is half as wide.
    torch.float64
Wrong: That is narrower than torch's default: nobody asked for halves.
    torch.float16
Right:
    torch.float
See: torch.true_divide, torch.get_default_dtype
"""

import torch


def test_seconds_become_minutes(device):
    seconds = torch.tensor([120, 60, 360], device=device)
    minutes = seconds / 60
    assert minutes.tolist() == [2, 1, 6]
    assert minutes.dtype == torch.float32  # blank
