"""`scatter` writes to the places from which `gather` would read.

Along dim 1 it sets out[i, index[i, j]] = value: every row is written at the
columns that its own row of the index names. With one number per row this makes
a one-hot row; with several it marks a set, and a number that comes twice is
written twice with the same 1.
"""

import pytest
import torch
import torch.nn.functional as F

from koans import __


def multi_hot(tags, vocabulary):
    """Mark the tags (posts, k) of each post: 1.0 in (posts, vocabulary), else 0.0."""
    zeros = torch.zeros(len(tags), vocabulary, device=tags.device)
    return __


@pytest.mark.parametrize(("posts", "vocabulary"), [(8, 6), (7, 4), (5, 5)])
def test_one_tag_per_post_is_one_hot(device, posts, vocabulary):
    tags = torch.randint(vocabulary, (posts, 1)).to(device)
    expected = F.one_hot(tags[:, 0], vocabulary).float()
    torch.testing.assert_close(multi_hot(tags, vocabulary), expected, rtol=0, atol=0)


def test_a_tag_named_twice_is_marked_once(device):
    tags = torch.tensor([[3, 0, 2], [1, 1, 3], [2, 2, 2], [0, 1, 0]], device=device)
    expected = [[1, 0, 1, 1], [0, 1, 0, 1], [0, 0, 1, 0], [1, 1, 0, 0]]
    assert multi_hot(tags, 4).tolist() == expected
