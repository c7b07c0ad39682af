"""A comparison of positions, column against row, draws a mask.

In a mask (queries, keys), place [i, j] says whether token i may see token j.
Any rule about i and j is one comparison, if i runs down and j runs across: a
window is `(i - j).abs() < width`, the padding of a row `j < length`. A causal
mask lets a token see itself and the tokens before it.
"""

import pytest
import torch

from koans import __


def causal_mask(length, device):
    """Return a mask (length, length): may the token of this row see that column?"""
    steps = torch.arange(length, device=device)
    return __


def test_each_token_sees_one_more(device):
    mask = causal_mask(3, device)
    expected = [[True, False, False], [True, True, False], [True, True, True]]
    assert mask.tolist() == expected


@pytest.mark.parametrize("length", [1, 2, 8])
def test_nobody_sees_the_future(device, length):
    expected = torch.ones(length, length, device=device).tril().bool()
    torch.testing.assert_close(causal_mask(length, device), expected)
