"""`torch.tensor` reads the dtype off the data.

All elements of a tensor have one dtype: a kind of number and its width in bits.
If you name none, torch looks at the data. A Python number says only its kind,
so torch chooses the width: 64 bits for integers, 32 for floats. One float in a
list makes floats of all its numbers. What comes from NumPy has a dtype already,
and keeps it: float64, unless you asked NumPy for something else.

Hint: Which of the four lists holds integers only?
Hint: A Python float has 64 bits. Is that the width that torch chooses for it?
Hint: The last one is NumPy's: `np.array([0.5, 2.0]).dtype` is float64.
Wrong: Python's floats have 64 bits, but torch stores them in 32 unless you ask.
    [torch.int64, torch.float64, torch.bool, torch.float64]
Wrong: Data from NumPy brings its dtype along: those floats stay 64 bits wide.
    [torch.int64, torch.float32, torch.bool, torch.float32]
Wrong: The width of floats is 32, that of integers is 64.
    [torch.int32, torch.float32, torch.bool, torch.float64]
Wrong: The first element does not decide: one float makes floats of all.
    [torch.int64, torch.int64, torch.bool, torch.float64]
Wrong: True and False keep a dtype of their own; they are not stored as integers.
    [torch.int64, torch.float32, torch.int64, torch.float64]
Right:
    [torch.long, torch.float, torch.bool, torch.double]
See: torch.tensor, torch.get_default_dtype
"""

import numpy as np
import pytest
import torch


@pytest.mark.essential
def test_the_data_decides():
    ages = torch.tensor([31, 47])
    prices = torch.tensor([3, 4.5])
    passed = torch.tensor([True, False])
    measured = torch.tensor(np.array([0.5, 2.0]))
    dtypes = [ages.dtype, prices.dtype, passed.dtype, measured.dtype]
    assert dtypes == [torch.int64, torch.float32, torch.bool, torch.float64]  # blank
