"""`x[idx] += 1` adds one to an element however often idx names it.

It means `x[idx] = x[idx] + 1`: read all, add one to each copy, write all back.
An element that idx names three times is read three times from its old value:

    read    5  5  5
    add 1   6  6  6
    write   6, over 6, over 6

Hint: Three steps: read `visits[path]`, add one, write the result back.
Hint: Page 2 is read as 20 three times. What is written, three times?
Hint: Three pages of four were visited. Each of them goes up by the same number.
Wrong: That counts every visit, which is what `index_add_` does.
    [10, 21, 33, 41]
Wrong: Only the pages that `path` names change: page 0 is not among them.
    [11, 21, 31, 41]
Wrong: That is how often each page was visited, not what `visits` holds.
    [0, 1, 3, 1]
Wrong: `visits[path]` on the left of `+=` is no copy: it writes back to visits.
    [10, 20, 30, 40]
Right:
    [10 + 0, 20 + 1, 30 + 1, 40 + 1]
See: torch.Tensor.index_put_, torch.Tensor.index_add_
"""

import torch


def test_a_page_visited_three_times(device):
    visits = torch.tensor([10, 20, 30, 40], device=device)
    path = torch.tensor([2, 1, 2, 2, 3], device=device)
    visits[path] += 1
    assert visits.tolist() == [10, 21, 31, 41]  # blank
