"""A slice looks into its tensor; a list or a mask takes a copy out of it.

Elements at even distances in memory can be seen where they are: that is a
view. It costs nothing, and what you write to it is written to the original.
A list or a mask may name any elements in any order. No even distance describes
that, so torch copies them out, also where this one list happens to be even.

Hint: Look at each index: only integers and slices, or is there a list or a mask?
Hint: One list in the index is enough to make the whole result a copy.
Hint: The views are the first, the fourth and the last.
Wrong: [0, 2] is as even as 0::2, but torch does not look: a list is always copied.
    [True, True, False, True, False, True]
Wrong: `0::2` skips a row, and is still a view: one step is two rows long.
    [False, False, False, True, False, True]
Wrong: A mask copies as a list does, even one that is True everywhere.
    [True, False, True, True, False, True]
Wrong: The slice in `[1:, [0, 2]]` does not help: one list makes it a copy.
    [True, False, False, True, True, True]
Wrong: An integer gives a view as well: a row is a slice that lost its dim.
    [True, False, False, True, False, False]
See: torch.narrow, torch.index_select
"""

import pytest
import torch


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
    assert answers == [True, False, False, True, False, True]  # blank
