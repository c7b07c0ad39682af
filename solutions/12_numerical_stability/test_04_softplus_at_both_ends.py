"""log(1 + exp(x)) goes wrong at both ends, and each end has its own cure.

Far to the left exp(x) is tiny, and 1 + tiny is rounded to 1: float32 keeps
seven digits. `log1p(t)` is log(1 + t) without the addition. Far to the right
exp(x) is inf, although the answer is nearly x. `softplus` knows both ends.

Hint: At -30: what is 1 + 9e-14 in float32, and what is its log?
Hint: At 100: what is exp(100) in float32? Does log1p see anything but that?
Hint: Go through the six cases; two of the three forms overflow.
Wrong: 1 + exp(-30) is 1 in float32, and the log of 1 is 0, not 9e-14.
    [[True, False], [True, False], [True, True]]
Wrong: `log1p` saves the left end; exp(100) has become inf before it is called.
    [[False, False], [True, True], [True, True]]
Wrong: The plain form fails at both ends.
    [[False, True], [True, False], [True, True]]
Wrong: `softplus` is right at both ends.
    [[False, False], [True, False], [False, True]]
See: torch.nn.functional.softplus, torch.log1p
"""

import math

import torch
import torch.nn.functional as F


def is_right(form, x):
    """Say for each x whether form(x) is log(1 + exp(x)) to four digits."""
    exact = torch.tensor([math.log1p(math.exp(number)) for number in x.tolist()])
    return torch.isclose(form(x).cpu(), exact, rtol=1e-4, atol=0).tolist()


def test_three_ways_to_write_it(device):
    x = torch.tensor([-30.0, 100.0], device=device)
    assert [
        is_right(lambda x: (1 + x.exp()).log(), x),
        is_right(lambda x: x.exp().log1p(), x),
        is_right(F.softplus, x),
    ] == [[False, False], [True, False], [True, True]]  # blank
