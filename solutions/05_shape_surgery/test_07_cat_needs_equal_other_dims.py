"""`cat` never stretches: every dim but the joined one must be the same.

Arithmetic forgives shapes that differ, by broadcasting. `cat` does not: laid
end to end, the tensors must have as many dims as each other, and the same size
in all of them except the one along which they are joined.

Hint: Cross out the dim that is joined. Are the sizes that are left the same?
Hint: (3,) has one dim and `table` has two: there is nothing to compare.
Hint: Joined along dim 1, what is left of (2, 3) and (1, 3) is 2 and 1.
Wrong: `cat` does not broadcast: a size of 1 is as different from 2 as 5 is.
    [False, True, True, True, False]
Wrong: A row of shape (3,) is no row of shape (1, 3): give it the dim first.
    [False, True, True, False, True]
Wrong: The joined dim may differ: that is the one whose sizes add up.
    [False, False, False, False, False]
Wrong: The first two are swapped: along dim 0 the columns must agree, 3 and 5 do not.
    [True, False, True, False, False]
See: torch.cat
"""

import torch


def can_join(first, second, dim):
    """Say whether cat accepts the two tensors along dim."""
    try:
        torch.cat([first, second], dim=dim)
    except RuntimeError:
        return False
    return True


def test_only_the_joined_dim_may_differ(device):
    table = torch.zeros(2, 3, device=device)
    wide = torch.zeros(2, 5, device=device)
    row = torch.zeros(1, 3, device=device)
    values = torch.zeros(3, device=device)
    assert [
        can_join(table, wide, dim=0),
        can_join(table, wide, dim=1),
        can_join(table, row, dim=0),
        can_join(table, row, dim=1),
        can_join(table, values, dim=0),
    ] == [False, True, True, False, False]  # blank
