"""Integers divided by integers answer in the default dtype.

A dtype is chosen before any number is computed, so it cannot depend on whether
the quotients come out whole. NumPy takes the width of Python's float; torch
takes `torch.get_default_dtype()`, which is also the dtype of `torch.tensor(0.5)`
and of a new layer's weights.
"""

import torch

from koans import __


def test_seconds_become_minutes(device):
    seconds = torch.tensor([120, 60, 360], device=device)
    minutes = seconds / 60
    assert minutes.tolist() == [2, 1, 6]
    assert minutes.dtype == __
