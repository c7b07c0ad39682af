"""`unfold` turns a dim into windows, and puts what they hold at the end.

`x.unfold(dim, size, step)` slides a window of `size` along `dim`, `step` at a
time. `dim` then counts the windows; the elements inside a window become a new
last dim, wherever `dim` stands. Windows that overlap share their memory, and a
window that does not fit at the end is left out.
"""

import torch

from koans import __


def test_windows_over_time(device):
    readings = torch.zeros(11, 5, device=device)  # 11 steps of 5 sensors
    windows = readings.unfold(0, 4, 3)
    assert windows.shape == __
