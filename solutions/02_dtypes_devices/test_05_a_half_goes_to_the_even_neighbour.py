"""`round` sends a half to the even one of its two neighbours.

A half is equally far from both. Always up, as taught in school, makes a sum of
rounded numbers too large on average. To the even neighbour is up as often as
down. Python and NumPy do the same.

Hint: 2.5 becomes 2. What becomes of 1.5?
Hint: Only exact halves are special: 6.7 goes to the nearest integer.
Wrong: That is a half upwards, as in school; 0.5 goes down to the even 0.
    [1, 2, 5, -3, 7]
Wrong: That is a half away from zero, as C's `round`; 4.5 goes to the even 4.
    [1, 2, 5, -4, 7]
Wrong: That cuts the fraction off, what `trunc` does.
    [0, 1, 4, -3, 6]
Wrong: Even is -4 too: -3.5 lies between -4 and -3.
    [0, 2, 4, -3, 7]
See: torch.round
"""

import torch


def test_where_halves_go(device):
    readings = torch.tensor([0.5, 1.5, 4.5, -3.5, 6.7], device=device)
    assert readings.round().tolist() == [0, 2, 4, -4, 7]  # blank
