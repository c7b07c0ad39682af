"""A slice looks into its tensor; a list or a mask takes a copy out of it.

Elements at even distances in memory can be seen where they are: that is a
view. It costs nothing, and what you write to it is written to the original.
A list or a mask may name any elements in any order. No even distance describes
that, so torch copies them out, also where this one list happens to be even.
"""

import pytest
import torch

from koans import __


def reaches_the_original(pick, device):
    """Say whether writing to what pick(table) returns changes the table."""
    table = torch.zeros(3, 4, device=device)
    pick(table).fill_(1)
    return bool(table.any())


@pytest.mark.essential
def test_which_writes_reach_the_table(device):
    picks = [
        lambda table: table[0::2],
        lambda table: table[[0, 2]],
        lambda table: table[table == 0],
        lambda table: table[:2, 1:3],
        lambda table: table[1:, [0, 2]],
        lambda table: table[1],
    ]
    answers = [reaches_the_original(pick, device) for pick in picks]
    assert answers == __
