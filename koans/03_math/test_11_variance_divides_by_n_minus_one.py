"""torch's `var` and `std` divide by N - 1, NumPy's by N.

A sample lies closer to its own mean than to the true one, so its squared
deviations come out too small; dividing by N - 1 makes up for that. NumPy leaves
it to you (`ddof=1`), torch does it by default (`correction=1`). Layer norm
divides by N: written by hand with a bare `std`, it comes out slightly off.
"""

import numpy
import torch

from koans import __


def test_who_divides_by_what(device):
    readings = [7.0, 3.0, 1.0, 5.0, 4.0]
    x = torch.tensor(readings, device=device)
    variances = [x.var(), x.var(correction=0), numpy.var(readings)]
    assert [round(v.item(), 4) for v in variances] == __
