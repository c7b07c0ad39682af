"""Totals per row line up with the columns unless they stay a column.

`confusion[i, j]` counts how often class i was taken for class j. Its row totals
have shape (N,), and (N,) stands below the last dim: column j is divided by the
total of row j. In a table that is not square this raises. A confusion matrix
is always square, so it fills with numbers that look like shares.

Hint: What do the rows of the broken result add up to?
Hint: A total must meet its own row: what shape puts it on the left?
Hint: `sum` can keep the dim that it reduces.
Wrong: That makes the columns add up to one: of the guesses, not of the truth.
    return confusion / confusion.sum(dim=0, keepdim=True)
Wrong: Softmax rows also add up to one, but they are not shares of the counts.
    return confusion.float().softmax(dim=1)
Wrong: Divided by the total of the whole table, no row adds up to one.
    return confusion / confusion.sum()
Wrong: Turning the result afterwards also turns who was taken for whom.
    return (confusion / confusion.sum(dim=1)).T
Wrong: `[None]` makes a row of the totals, which is how they lined up before.
    return confusion / confusion.sum(dim=1)[None]
Right:
    return confusion / confusion.sum(dim=1)[:, None]
Right:
    return confusion / confusion.sum(dim=-1).unsqueeze(-1)
Right:
    return (confusion.T / confusion.sum(dim=1)).T
Right:
    return confusion.double() / confusion.sum(dim=1, keepdim=True)
Right:
    return torch.nn.functional.normalize(confusion.float(), p=1, dim=1)
See: torch.sum
"""

import pytest
import torch


def shares_per_row(confusion):
    """Return each count (classes, classes) as a share of its row."""
    # broken: each row must add up to one
    # return confusion / confusion.sum(dim=1)
    return confusion / confusion.sum(dim=1, keepdim=True)
    # end


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
