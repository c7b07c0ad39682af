"""`median` always returns one of the elements, never a number between two.

Of an even count there are two middle elements. NumPy takes their average;
`torch.median` returns the lower of the two, so that it can also say where it
stood. `quantile(0.5)` averages. Turn all signs around and the lower one of the
middle becomes the upper: the median does not follow.
"""

import torch

from koans import __


def test_the_lower_of_the_two_in_the_middle(device):
    latencies = torch.tensor([4.0, 9.0, 2.0, 1.0], device=device)
    assert [
        latencies.median().item(),
        latencies.quantile(0.5).item(),
        (-latencies).median().item(),
    ] == __
