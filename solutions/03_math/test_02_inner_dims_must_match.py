"""A matrix product needs the dims that meet inside to be equal.

`a @ b` runs along the rows of `a` and down the columns of `b`: the last dim of
`a` meets the second-to-last dim of `b`, and what met is gone. A vector has only
one dim, which meets the other side whether it stands left or right.

Hint: Write the two shapes side by side and look at the two numbers that touch.
Hint: (2, 5) @ (5, 7) gives (2, 7); (2, 5) @ (2, 5) gives None.
Hint: A vector on the left meets the rows of the matrix, on the right its columns.
Wrong: Equal shapes suit `*`; here 3 meets 4.
    [[4, 5], [4, 3], [4], None, [3]]
Wrong: A vector of 3 stands right of (4, 3) and meets the 3, so that one works.
    [[4, 5], None, None, None, [3]]
Wrong: The inner dims are gone from the result, also where one side is a vector.
    [[4, 5], None, [4, 3], None, [4, 3]]
Wrong: A vector does not turn to fit: left of (4, 3) its 3 meets the 4.
    [[4, 5], None, [4], [4], [3]]
See: torch.matmul
"""

import torch


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
    ] == [[4, 5], None, [4], None, [3]]  # blank
