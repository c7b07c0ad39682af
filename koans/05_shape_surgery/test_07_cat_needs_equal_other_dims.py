"""`cat` never stretches: every dim but the joined one must be the same.

Arithmetic forgives shapes that differ, by broadcasting. `cat` does not: laid
end to end, the tensors must have as many dims as each other, and the same size
in all of them except the one along which they are joined.
"""

import torch

from koans import __


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
    ] == __
