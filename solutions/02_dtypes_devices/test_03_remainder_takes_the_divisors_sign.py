"""`%` takes the sign of the divisor, `fmod` that of the dividend.

A remainder is what division leaves: `a - b * (a / b, rounded)`. `%` goes with
`//`, which rounds down; `fmod` goes with rounding towards zero, as C's `%`.
So `angle % 360` brings every angle into [0, 360), and `fmod` does not.

Hint: -100 / 360 is -0.28: rounded down it is -1, towards zero it is 0.
Hint: So `%` leaves -100 + 360, and `fmod` leaves -100 + 0.
Hint: With -360 the results of `%` are negative or zero: -100 - 0, and 400 - 720.
Wrong: That is `fmod` three times: `%` takes the sign of the divisor.
    [[40, -100], [40, -100], [40, -100]]
Wrong: `fmod` keeps the dividend's sign: -100 stays -100.
    [[40, 260], [40, 260], [-320, -100]]
Wrong: By -360 the sign of `%` is negative too: 400 leaves -320.
    [[40, 260], [40, -100], [40, 260]]
Wrong: The sign is not pasted on at the end: 400 is -2 * -360 - 320.
    [[40, 260], [40, -100], [-40, -260]]
See: torch.remainder, torch.fmod
"""

import torch


def test_an_angle_comes_back_to_the_circle(device):
    angles = torch.tensor([400, -100], device=device)
    assert [
        (angles % 360).tolist(),
        torch.fmod(angles, 360).tolist(),
        (angles % -360).tolist(),
    ] == [[40, 260], [40, -100], [-320, -100]]  # blank
