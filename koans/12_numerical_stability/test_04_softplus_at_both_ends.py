"""log(1 + exp(x)) goes wrong at both ends, and each end has its own cure.

Far to the left exp(x) is tiny, and 1 + tiny is rounded to 1: float32 keeps
seven digits. `log1p(t)` is log(1 + t) without the addition. Far to the right
exp(x) is inf, although the answer is nearly x. `softplus` knows both ends.
"""

import math

import torch
import torch.nn.functional as F

from koans import __


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
    ] == __
