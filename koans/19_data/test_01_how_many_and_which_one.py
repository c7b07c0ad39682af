"""A dataset says how many there are, and what is at an index.

Any object with `__len__` and `__getitem__` will do. There is one promise more,
easily forgotten because slices never complain: an index outside raises
IndexError. Python's `for` asks for 0, 1, 2, ... until it does. Without it a loop
over the dataset goes on for ever, with windows that are too short, then empty.
"""

from itertools import islice

import pytest
import torch
from torch.utils.data import Dataset

from koans import __


class Windows(Dataset):
    """All windows of a text: `length` tokens, and the token after each of them."""

    def __init__(self, tokens, length):
        self.tokens, self.length = tokens, length

    def __len__(self):
        return max(0, len(self.tokens) - self.length)

    def __getitem__(self, start):
        __("the tokens of window number `start` and one more, if there is one")
        return window[:-1], window[1:]


@pytest.mark.essential
def test_each_token_is_followed_by_its_target():
    windows = Windows(torch.tensor([5, 3, 8, 8, 1]), length=3)
    pairs = [(x.tolist(), y.tolist()) for x, y in islice(windows, 10)]
    assert pairs == [([5, 3, 8], [3, 8, 8]), ([3, 8, 8], [8, 8, 1])]


@pytest.mark.essential
@pytest.mark.parametrize(("count", "length"), [(9, 4), (6, 1), (5, 4), (3, 4)])
def test_a_loop_over_it_ends_after_the_last_window(count, length):
    tokens = torch.randint(100, (count,))
    windows = Windows(tokens, length)
    found = list(islice(windows, 20))
    assert len(found) == len(windows)
    for start, (x, y) in enumerate(found):
        assert x.tolist() == tokens[start : start + length].tolist()
        assert y.tolist() == tokens[start + 1 : start + 1 + length].tolist()
    with pytest.raises(IndexError):
        windows[len(windows)]
