"""Totals per row line up with the columns unless they stay a column.

`confusion[i, j]` counts how often class i was taken for class j. Its row totals
have shape (N,), and (N,) stands below the last dim: column j is divided by the
total of row j. In a table that is not square this raises. A confusion matrix
is always square, so it fills with numbers that look like shares.
"""

import pytest
import torch


def shares_per_row(confusion):
    """Return each count (classes, classes) as a share of its row."""
    # repair: each row must add up to one
    return confusion / confusion.sum(dim=1)


def test_of_ten_cats_eight_were_seen(device):
    confusion = torch.tensor([[8, 2], [1, 3]], device=device)
    expected = torch.tensor([[0.8, 0.2], [0.25, 0.75]], device=device)
    shares = shares_per_row(confusion)
    torch.testing.assert_close(shares, expected, check_dtype=False)


@pytest.mark.parametrize("classes", [2, 3, 6])
def test_each_count_is_a_share_of_its_own_row(device, classes):
    confusion = torch.randint(1, 50, (classes, classes))
    rows = [[count / sum(row) for count in row] for row in confusion.tolist()]
    expected = torch.tensor(rows, device=device)
    shares = shares_per_row(confusion.to(device))
    torch.testing.assert_close(shares, expected, check_dtype=False)
