"""The third number is a step to `arange` and a count to `linspace`.

`arange(start, end, step)` walks like Python's `range` and stops before `end`.
`linspace(start, end, steps)` puts that many points at equal distances, the
first on `start` and the last on `end`; in spite of its name, `steps` counts
points. Keep `arange` to whole steps: with rounded ones even its end can slip
in, as 1.3 does in `arange(1, 1.3, 0.1)`.
"""

import torch

from koans import __


def test_the_same_three_numbers():
    hours = torch.arange(0, 12, 4)
    ticks = torch.linspace(0, 12, 4)
    assert [hours.tolist(), ticks.tolist()] == __
