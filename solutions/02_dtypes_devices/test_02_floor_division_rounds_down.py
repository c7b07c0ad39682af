"""`//` rounds down, which for a negative number is away from zero.

It rounds towards minus infinity, as Python does. `rounding_mode="trunc"` cuts
the fraction off, which is towards zero, as C does. The two agree as long as
nothing is negative, so a mix-up hides until the first negative number. Before
torch 1.13 `//` itself cut the fraction off: old code may rely on that.

Hint: The exact quotients are 2.75, -2.75 and -2.
Hint: Below -2.75 lies -3; towards zero lies -2.
Wrong: Both rows cut the fraction off: `//` goes down, and down from -2.75 is -3.
    [[2, -2, -2], [2, -2, -2]]
Wrong: Both rows go down: "trunc" drops the fraction, and -2.75 becomes -2.
    [[2, -3, -2], [2, -3, -2]]
Wrong: The other way round: `//` goes down, "trunc" goes towards zero.
    [[2, -2, -2], [2, -3, -2]]
Wrong: Neither rounds to the nearest: 2.75 goes down to 2 both times.
    [[3, -3, -2], [2, -2, -2]]
See: torch.floor_divide, torch.div
"""

import torch


def test_where_minus_eleven_quarters_goes(device):
    offsets = torch.tensor([11, -11, -8], device=device)
    floored = offsets // 4
    truncated = torch.div(offsets, 4, rounding_mode="trunc")
    assert [floored.tolist(), truncated.tolist()] == [[2, -3, -2], [2, -2, -2]]  # blank
