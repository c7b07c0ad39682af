"""`//` rounds down, which for a negative number is away from zero.

It rounds towards minus infinity, as Python does. `rounding_mode="trunc"` cuts
the fraction off, which is towards zero, as C does. The two agree as long as
nothing is negative, so a mix-up hides until the first negative number. Before
torch 1.13 `//` itself cut the fraction off: old code may rely on that.
"""

import torch

from koans import __


def test_where_minus_eleven_quarters_goes(device):
    offsets = torch.tensor([11, -11, -8], device=device)
    floored = offsets // 4
    truncated = torch.div(offsets, 4, rounding_mode="trunc")
    assert [floored.tolist(), truncated.tolist()] == __
