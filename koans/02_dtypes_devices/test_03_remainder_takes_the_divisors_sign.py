"""`%` takes the sign of the divisor, `fmod` that of the dividend.

A remainder is what division leaves: `a - b * (a / b, rounded)`. `%` goes with
`//`, which rounds down; `fmod` goes with rounding towards zero, as C's `%`.
So `angle % 360` brings every angle into [0, 360), and `fmod` does not.
"""

import torch

from koans import __


def test_an_angle_comes_back_to_the_circle(device):
    angles = torch.tensor([400, -100], device=device)
    assert [
        (angles % 360).tolist(),
        torch.fmod(angles, 360).tolist(),
        (angles % -360).tolist(),
    ] == __
