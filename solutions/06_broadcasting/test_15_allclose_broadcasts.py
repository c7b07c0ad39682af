"""`allclose` broadcasts before it compares: not every check does.

A test that compares by broadcasting is blind to shapes. A function that
returns a column, or a single number, then passes for one that returns a row,
whenever the numbers agree; zeros and ones in test data make that likely.
`torch.testing.assert_close` compares shape, dtype and values.

Hint: Which of the five look at the shapes before they look at the numbers?
Hint: `==` is arithmetic on tensors, and arithmetic broadcasts.
Hint: `torch.equal` wants the same size and the same elements.
Wrong: `torch.equal` compares the shapes first: (3, 1) is not (3,).
    [True, True, False, True, True]
Wrong: `allclose` broadcasts: it sees 9 pairs of twos, all alike.
    [False, False, False, False, False]
Wrong: `==` makes a table of 9 Trues: `all` of it is True.
    [True, False, False, False, True]
Wrong: A single number broadcasts as well: `allclose` compares it with all three.
    [True, False, False, True, False]
Wrong: `assert_close` compares shapes too, and raises.
    [True, False, True, True, True]
See: torch.allclose, torch.equal, torch.testing.assert_close
"""

import torch


def passes_assert_close(actual, expected):
    try:
        torch.testing.assert_close(actual, expected)
    except AssertionError:
        return False
    return True


def test_which_checks_see_the_shape(device):
    expected = torch.tensor([2.0, 2.0, 2.0], device=device)
    column = torch.tensor([[2.0], [2.0], [2.0]], device=device)
    number = torch.tensor(2.0, device=device)
    assert [
        torch.allclose(column, expected),
        torch.equal(column, expected),
        passes_assert_close(column, expected),
        (column == expected).all().item(),
        torch.allclose(number, expected),
    ] == [True, False, False, True, True]  # blank
