"""`median` always returns one of the elements, never a number between two.

Of an even count there are two middle elements. NumPy takes their average;
`torch.median` returns the lower of the two, so that it can also say where it
stood. `quantile(0.5)` averages. Turn all signs around and the lower one of the
middle becomes the upper: the median does not follow.

Hint: Sort the latencies, then sort their negatives.
Hint: The sorted negatives are [-9, -4, -2, -1]; take the lower of the middle two.
Wrong: That averages the two middle elements every time, as NumPy does.
    [3, 3, -3]
Wrong: The lower one of the middle, not the upper.
    [4, 3, -2]
Wrong: Of the negatives, -4 is lower than -2.
    [2, 3, -2]
Wrong: The list is not sorted: the elements in the middle of it mean nothing.
    [9, 5.5, -9]
Wrong: That is the mean, 16 / 4.
    [4, 4, -4]
See: torch.median, torch.quantile
"""

import torch


def test_the_lower_of_the_two_in_the_middle(device):
    latencies = torch.tensor([4.0, 9.0, 2.0, 1.0], device=device)
    assert [
        latencies.median().item(),
        latencies.quantile(0.5).item(),
        (-latencies).median().item(),
    ] == [2, 3, -4]  # blank
