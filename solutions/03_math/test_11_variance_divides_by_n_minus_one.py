"""torch's `var` and `std` divide by N - 1, NumPy's by N.

A sample lies closer to its own mean than to the true one, so its squared
deviations come out too small; dividing by N - 1 makes up for that. NumPy leaves
it to you (`ddof=1`), torch does it by default (`correction=1`). Layer norm
divides by N: written by hand with a bare `std`, it comes out slightly off.

Hint: The mean is 4 and the squared deviations are 9, 1, 0, 1 and 9.
Hint: They add up to 20. Divide once by four and once by five; which is whose?
Wrong: `correction=1` is the default of torch, `ddof=0` that of NumPy.
    [4, 5, 4]
Wrong: `correction=0` divides by N, and so does NumPy.
    [5, 5, 4]
Wrong: torch and NumPy do not agree here.
    [5, 4, 5]
Wrong: These are the standard deviations; the variance is their square.
    [2.236068, 2, 2]
Right:
    [20 / 4, 20 / 5, 20 / 5]
See: torch.var, torch.std
"""

import numpy
import torch


def test_who_divides_by_what(device):
    readings = [7.0, 3.0, 1.0, 5.0, 4.0]
    x = torch.tensor(readings, device=device)
    variances = [x.var(), x.var(correction=0), numpy.var(readings)]
    assert [round(v.item(), 4) for v in variances] == [5, 4, 4]  # blank
