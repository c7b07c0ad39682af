"""A matrix product needs the dims that meet inside to be equal.

`a @ b` runs along the rows of `a` and down the columns of `b`: the last dim of
`a` meets the second-to-last dim of `b`, and what met is gone. A vector has only
one dim, which meets the other side whether it stands left or right.
"""

import torch

from koans import __


def product_shape(a, b):
    """Return the shape of a @ b as a list, or None where torch refuses."""
    try:
        return list((a @ b).shape)
    except RuntimeError:
        return None


def test_the_dims_that_touch_must_be_equal(device):
    features = torch.ones(4, 3, device=device)
    weights = torch.ones(3, 5, device=device)
    three, four = torch.ones(3, device=device), torch.ones(4, device=device)
    assert [
        product_shape(features, weights),
        product_shape(features, features),
        product_shape(features, three),
        product_shape(three, features),
        product_shape(four, features),
    ] == __
