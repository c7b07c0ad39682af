"""The spread of a single sample is not zero: it is not known.

The default `std` divides by N - 1, and for one sample that is 0 / 0. torch
warns and goes on. It happens in groups of one: the last example of a data set,
a class seen once, a reward without a rival. Whatever is then divided by that
spread, or compared with it, is lost.

Hint: Write each as a fraction: what is above the line, and what below?
Hint: With `correction=0` the line stands over N = 1.
Hint: 0 / 0 is nan; 0 / 1 and 0 / 2 are 0.
Wrong: Two equal samples have a spread, and it is 0 / 1.
    [True, False, True, True, False]
Wrong: `correction=0` divides by N: 0 / 1 is 0.
    [True, True, False, True, False]
Wrong: One sample has no N - 1 to divide by: 0 / 0.
    [False, False, False, True, False]
Wrong: The mean divides the sum of nothing by a count of nothing.
    [True, False, False, False, False]
Wrong: A sum has nothing below the line: of no numbers it is 0.
    [True, False, False, True, True]
See: torch.std, torch.mean
"""

import pytest
import torch


def test_which_of_these_are_nan(device):
    one = torch.tensor([3.0], device=device)
    equals = torch.tensor([3.0, 3.0], device=device)
    empty = one[:0]
    with pytest.warns(UserWarning, match="degrees of freedom"):
        spread = one.std()
    results = [spread, one.std(correction=0), equals.std(), empty.mean(), empty.sum()]
    unknown = [x.isnan().item() for x in results]
    assert unknown == [True, False, False, True, False]  # blank
