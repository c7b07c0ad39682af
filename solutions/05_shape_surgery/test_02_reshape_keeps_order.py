"""Reshape never reorders elements.

`reshape` reads the numbers row by row and deals them out row by row into the
new shape. The order of reading is the one thing it promises to keep. So it
cannot turn rows into columns: a number that came first stays first.

Hint: Write the six numbers on one line, in the order in which you read `x`.
Hint: Then cut the line into rows of two.
Wrong: That is column order: what `x.T` gives.
    [[8, 3], [1, 5], [6, 7]]
Wrong: That is `x` itself, two rows of three.
    [[8, 1, 6], [3, 5, 7]]
Wrong: Right order, but one line: (3, 2) is three rows of two.
    [8, 1, 6, 3, 5, 7]
Wrong: That is Fortran's order, down the columns: torch goes along the rows.
    [[8, 5], [3, 6], [1, 7]]
See: torch.reshape
"""

import pytest
import torch


@pytest.mark.essential
def test_reshape_deals_row_by_row(device):
    x = torch.tensor([[8, 1, 6], [3, 5, 7]], device=device)
    assert x.reshape(3, 2).tolist() == [[8, 1], [6, 3], [5, 7]]  # blank
