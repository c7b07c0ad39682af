"""A comparison of positions, column against row, draws a mask.

In a mask (queries, keys), place [i, j] says whether token i may see token j.
Any rule about i and j is one comparison, if i runs down and j runs across: a
window is `(i - j).abs() < width`, the padding of a row `j < length`. A causal
mask lets a token see itself and the tokens before it.

Hint: When may token i see token j? Write it with i and j first.
Hint: Make i a column of positions and leave j a row.
Hint: i is `steps[:, None]`, j is `steps`; a token also sees itself.
Wrong: That is turned around its diagonal: each token sees itself and what follows.
    steps >= steps[:, None]
Wrong: A token must also see itself: the first one would see nothing.
    steps[:, None] > steps
Wrong: Without a column there are no pairs: each position is compared with itself.
    steps >= steps
Wrong: That lets a token see itself and nothing else.
    steps[:, None] == steps
Wrong: True means "may see" here: this hides the past.
    steps[:, None] < steps
Right:
    steps <= steps[:, None]
Right:
    steps.unsqueeze(1) >= steps.unsqueeze(0)
Right:
    steps[:, None] - steps >= 0
Right:
    ~(steps[:, None] < steps)
Ban: tril, triu, tril_, triu_, generate_square_subsequent_mask
See: torch.arange, torch.ge
"""

import pytest
import torch


def causal_mask(length, device):
    """Return a mask (length, length): may the token of this row see that column?"""
    steps = torch.arange(length, device=device)
    return steps[:, None] >= steps  # blank


def test_each_token_sees_one_more(device):
    mask = causal_mask(3, device)
    expected = [[True, False, False], [True, True, False], [True, True, True]]
    assert mask.tolist() == expected


@pytest.mark.parametrize("length", [1, 2, 8])
def test_nobody_sees_the_future(device, length):
    expected = torch.ones(length, length, device=device).tril().bool()
    torch.testing.assert_close(causal_mask(length, device), expected)
