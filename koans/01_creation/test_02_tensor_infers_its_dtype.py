"""`torch.tensor` reads the dtype off the data.

All elements of a tensor have one dtype: a kind of number and its width in bits.
If you name none, torch looks at the data. A Python number says only its kind,
so torch chooses the width: 64 bits for integers, 32 for floats. One float in a
list makes floats of all its numbers. What comes from NumPy has a dtype already,
and keeps it: float64, unless you asked NumPy for something else.
"""

import numpy as np
import pytest
import torch

from koans import __


@pytest.mark.essential
def test_the_data_decides():
    ages = torch.tensor([31, 47])
    prices = torch.tensor([3, 4.5])
    passed = torch.tensor([True, False])
    measured = torch.tensor(np.array([0.5, 2.0]))
    dtypes = [ages.dtype, prices.dtype, passed.dtype, measured.dtype]
    assert dtypes == __
