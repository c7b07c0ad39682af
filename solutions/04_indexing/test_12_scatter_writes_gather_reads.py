"""`scatter` writes to the places from which `gather` would read.

Along dim 1 it sets out[i, index[i, j]] = value: every row is written at the
columns that its own row of the index names. With one number per row this makes
a one-hot row; with several it marks a set, and a number that comes twice is
written twice with the same 1.

Hint: Row i of `tags` names columns of row i of `zeros`.
Hint: The arguments are the dim along which to write, the index, the value.
Hint: `zeros.scatter(..., tags, 1.0)`: does a tag number a row or a column?
Wrong: A tag numbers a column, and columns are counted along dim 1.
    zeros.scatter(0, tags, 1.0)
Wrong: This adds: a post that names a tag twice gets a 2.
    zeros.scatter_add(1, tags, torch.ones_like(tags, dtype=zeros.dtype))
Wrong: One-hot rows added up: a post that names a tag twice gets a 2.
    F.one_hot(tags, vocabulary).sum(dim=1).float()
Wrong: This marks the column for every post as soon as one of them has the tag.
    zeros.index_fill(1, tags.flatten(), 1.0)
Wrong: Right places, but integers: the zeros are of float32.
    F.one_hot(tags, vocabulary).amax(dim=1)
Right:
    zeros.scatter_(1, tags, 1.0)
Right:
    zeros.scatter(1, tags, torch.ones_like(tags, dtype=zeros.dtype))
Right:
    F.one_hot(tags, vocabulary).amax(dim=1).float()
Right:
    torch.eye(vocabulary, device=tags.device)[tags].amax(dim=1)
See: torch.Tensor.scatter_, torch.nn.functional.one_hot
"""

import pytest
import torch
import torch.nn.functional as F


def multi_hot(tags, vocabulary):
    """Mark the tags (posts, k) of each post: 1.0 in (posts, vocabulary), else 0.0."""
    zeros = torch.zeros(len(tags), vocabulary, device=tags.device)
    return zeros.scatter(1, tags, 1.0)  # blank


@pytest.mark.parametrize(("posts", "vocabulary"), [(8, 6), (7, 4), (5, 5)])
def test_one_tag_per_post_is_one_hot(device, posts, vocabulary):
    tags = torch.randint(vocabulary, (posts, 1)).to(device)
    expected = F.one_hot(tags[:, 0], vocabulary).float()
    torch.testing.assert_close(multi_hot(tags, vocabulary), expected, rtol=0, atol=0)


def test_a_tag_named_twice_is_marked_once(device):
    tags = torch.tensor([[3, 0, 2], [1, 1, 3], [2, 2, 2], [0, 1, 0]], device=device)
    expected = [[1, 0, 1, 1], [0, 1, 0, 1], [0, 0, 1, 0], [1, 1, 0, 0]]
    assert multi_hot(tags, 4).tolist() == expected
