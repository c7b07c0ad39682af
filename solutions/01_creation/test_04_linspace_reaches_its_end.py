"""The third number is a step to `arange` and a count to `linspace`.

`arange(start, end, step)` walks like Python's `range` and stops before `end`.
`linspace(start, end, steps)` puts that many points at equal distances, the
first on `start` and the last on `end`; in spite of its name, `steps` counts
points. Keep `arange` to whole steps: with rounded ones even its end can slip
in, as 1.3 does in `arange(1, 1.3, 0.1)`.

Hint: Does Python's `list(range(0, 12, 4))` contain 12?
Hint: Four points have three gaps between them.
Hint: `arange` goes 0, 4, 8; `linspace` cuts 12 into three gaps of 4.
Wrong: `arange` stops before its end: 12 is not in it.
    [[0, 4, 8, 12], [0, 4, 8, 12]]
Wrong: `linspace` includes its end: the last point is 12.
    [[0, 4, 8], [0, 3, 6, 9]]
Wrong: Four is how many points there are, not how many gaps: these are five points.
    [[0, 4, 8], [0, 3, 6, 9, 12]]
Wrong: `linspace` takes a count, not a step. Three points would be too few.
    [[0, 4, 8], [0, 4, 8]]
See: torch.arange, torch.linspace
"""

import torch


def test_the_same_three_numbers():
    hours = torch.arange(0, 12, 4)
    ticks = torch.linspace(0, 12, 4)
    assert [hours.tolist(), ticks.tolist()] == [[0, 4, 8], [0, 4, 8, 12]]  # blank
