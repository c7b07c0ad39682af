"""`allclose` broadcasts before it compares: not every check does.

A test that compares by broadcasting is blind to shapes. A function that
returns a column, or a single number, then passes for one that returns a row,
whenever the numbers agree; zeros and ones in test data make that likely.
`torch.testing.assert_close` compares shape, dtype and values.
"""

import torch

from koans import __


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
    ] == __
