"""The spread of a single sample is not zero: it is not known.

The default `std` divides by N - 1, and for one sample that is 0 / 0. torch
warns and goes on. It happens in groups of one: the last example of a data set,
a class seen once, a reward without a rival. Whatever is then divided by that
spread, or compared with it, is lost.
"""

import pytest
import torch

from koans import __


def test_which_of_these_are_nan(device):
    one = torch.tensor([3.0], device=device)
    equals = torch.tensor([3.0, 3.0], device=device)
    empty = one[:0]
    with pytest.warns(UserWarning, match="degrees of freedom"):
        spread = one.std()
    results = [spread, one.std(correction=0), equals.std(), empty.mean(), empty.sum()]
    unknown = [x.isnan().item() for x in results]
    assert unknown == __
