"""`*` multiplies element by element; `@` multiplies and adds up.

    a * b    entry (i, j) = a[i, j] * b[i, j]
    a @ b    entry (i, j) = a[i, 0] * b[0, j] + a[i, 1] * b[1, j] + ...

With square matrices both run and both give a matrix of the same shape, so the
wrong sign is not found by an error. Only `@` matches a row with a column.

Hint: What does Ann, row 0 of `orders`, pay in the north, column 0 of `prices`?
Hint: Ann takes 2 teas and 1 cake: in the north 2 * 5 + 1 * 1.
Wrong: That is `orders * prices`, element by element: nobody's bill.
    [[10, 4], [0, 6]]
Wrong: That is `prices @ orders`: the order of a product matters.
    [[10, 17], [2, 7]]
Wrong: That pairs rows with rows: it is `orders @ prices.T`.
    [[14, 4], [12, 6]]
Wrong: Rows are customers and columns are shops; yours is turned around.
    [[11, 3], [10, 6]]
Right:
    [[2 * 5 + 1 * 1, 2 * 4 + 1 * 2], [0 * 5 + 3 * 1, 0 * 4 + 3 * 2]]
See: torch.matmul, torch.mul
"""

import torch


def test_a_bill_multiplies_and_adds_up(device):
    # rows: Ann, Bob; columns: tea, cake
    orders = torch.tensor([[2.0, 1.0], [0.0, 3.0]], device=device)
    # rows: tea, cake; columns: north, south
    prices = torch.tensor([[5.0, 4.0], [1.0, 2.0]], device=device)
    assert (orders * prices).shape == (orders @ prices).shape
    bills = orders @ prices  # rows: Ann, Bob; columns: north, south
    assert bills.tolist() == [[11, 10], [3, 6]]  # blank
