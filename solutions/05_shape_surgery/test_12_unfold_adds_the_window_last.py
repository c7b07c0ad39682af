"""`unfold` turns a dim into windows, and puts what they hold at the end.

`x.unfold(dim, size, step)` slides a window of `size` along `dim`, `step` at a
time. `dim` then counts the windows; the elements inside a window become a new
last dim, wherever `dim` stands. Windows that overlap share their memory, and a
window that does not fit at the end is left out.

Hint: Along 11 steps, at which steps can a window of 4 begin, going 3 at a time?
Hint: Windows begin at steps 0, 3 and 6; one from 9 would not fit.
Hint: (number of windows, sensors, size of a window).
Wrong: What a window holds goes to the end, not beside the count of the windows.
    (3, 4, 5)
Wrong: The window that begins at step 9 has only two steps left: it is left out.
    (4, 5, 4)
Wrong: Eight windows begin one step apart; these begin three apart.
    (8, 5, 4)
Wrong: `size` comes before `step`: windows of 4 steps, 3 apart.
    (3, 5, 3)
See: torch.Tensor.unfold
"""

import torch


def test_windows_over_time(device):
    readings = torch.zeros(11, 5, device=device)  # 11 steps of 5 sensors
    windows = readings.unfold(0, 4, 3)
    assert windows.shape == (3, 5, 4)  # blank
