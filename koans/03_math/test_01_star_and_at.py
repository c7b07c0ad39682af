"""`*` multiplies element by element; `@` multiplies and adds up.

    a * b    entry (i, j) = a[i, j] * b[i, j]
    a @ b    entry (i, j) = a[i, 0] * b[0, j] + a[i, 1] * b[1, j] + ...

With square matrices both run and both give a matrix of the same shape, so the
wrong sign is not found by an error. Only `@` matches a row with a column.
"""

import torch

from koans import __


def test_a_bill_multiplies_and_adds_up(device):
    # rows: Ann, Bob; columns: tea, cake
    orders = torch.tensor([[2.0, 1.0], [0.0, 3.0]], device=device)
    # rows: tea, cake; columns: north, south
    prices = torch.tensor([[5.0, 4.0], [1.0, 2.0]], device=device)
    assert (orders * prices).shape == (orders @ prices).shape
    bills = orders @ prices  # rows: Ann, Bob; columns: north, south
    assert bills.tolist() == __
