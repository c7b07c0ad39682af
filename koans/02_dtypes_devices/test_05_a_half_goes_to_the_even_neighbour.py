"""`round` sends a half to the even one of its two neighbours.

A half is equally far from both. Always up, as taught in school, makes a sum of
rounded numbers too large on average. To the even neighbour is up as often as
down. Python and NumPy do the same.
"""

import torch

from koans import __


def test_where_halves_go(device):
    readings = torch.tensor([0.5, 1.5, 4.5, -3.5, 6.7], device=device)
    assert readings.round().tolist() == __
