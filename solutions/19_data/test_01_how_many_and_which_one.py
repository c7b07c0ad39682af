"""A dataset says how many there are, and what is at an index.

Any object with `__len__` and `__getitem__` will do. There is one promise more,
easily forgotten because slices never complain: an index outside raises
IndexError. Python's `for` asks for 0, 1, 2, ... until it does. Without it a loop
over the dataset goes on for ever, with windows that are too short, then empty.

Hint: Which is the last start from which a whole window and one more token fit?
Hint: Outside of 0 to `len(self) - 1`: raise; else cut `length + 1` tokens.
Hint: `if not 0 <= start < len(self): raise IndexError(start)`, then the slice.
Wrong: A slice past the end is short or empty, and raises nothing: loops never end.
    window = self.tokens[start : start + self.length + 1]
Wrong: The targets need one token after the last input: cut one more.
    if not 0 <= start < len(self):
        raise IndexError(start)
    window = self.tokens[start : start + self.length]
Wrong: `start` counts windows, and each begins one token later: not `length` later.
    if not 0 <= start < len(self):
        raise IndexError(start)
    first = start * self.length
    window = self.tokens[first : first + self.length + 1]
Wrong: ValueError is not what `for` waits for: the loop ends with an error.
    if not 0 <= start < len(self):
        raise ValueError(start)
    window = self.tokens[start : start + self.length + 1]
Wrong: An index equal to the length is already outside.
    if not 0 <= start <= len(self):
        raise IndexError(start)
    window = self.tokens[start : start + self.length + 1]
Right:
    if start not in range(len(self)):
        raise IndexError(f"no window starts at {start}")
    window = self.tokens[start:][: self.length + 1]
Right:
    first = range(len(self))[start]
    window = self.tokens[first : first + self.length + 1]
See: torch.utils.data.Dataset
"""

from itertools import islice

import pytest
import torch
from torch.utils.data import Dataset


class Windows(Dataset):
    """All windows of a text: `length` tokens, and the token after each of them."""

    def __init__(self, tokens, length):
        self.tokens, self.length = tokens, length

    def __len__(self):
        return max(0, len(self.tokens) - self.length)

    def __getitem__(self, start):
        # blank: the tokens of window number `start` and one more, if there is one
        if not 0 <= start < len(self):
            raise IndexError(start)
        window = self.tokens[start : start + self.length + 1]
        # end
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
