"""`argmax` without `dim` counts through the whole tensor, row after row.

It answers with one number, the place that the largest element has in the
flattened tensor, as NumPy does. The number looks like any other index and is
too large for a row, or, worse, small enough for one.

Hint: Write the three rows on one line, one behind the other.
Hint: The 9 stands in row 1; a whole row of four stands before that row.
Wrong: That is its column; the row before it counts as well.
    2
Wrong: `argmax` gives one number: `unravel_index` makes row and column of it.
    [1, 2]
Wrong: That is `argmax(dim=1)`, one place for each row.
    [1, 2, 3]
Wrong: Places count from 0, so the first row takes 0 to 3.
    7
Right:
    1 * 4 + 2
See: torch.argmax, torch.unravel_index
"""

import torch


def test_one_number_for_a_matrix(device):
    scores = torch.tensor([[3, 7, 1, 0], [5, 2, 9, 4], [6, 1, 2, 8]], device=device)
    best = scores.argmax()
    assert scores.flatten()[best] == scores.max() == 9
    assert best.tolist() == 6  # blank
