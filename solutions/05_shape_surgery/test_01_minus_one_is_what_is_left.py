"""A -1 in a shape stands for the size that makes the count come out.

The number of elements is fixed. `reshape` divides it by the sizes that you
name, and -1 takes what is left. That works for one unknown, and only when the
division is exact: of 24 elements, (5, -1) asks for rows of 4.8, and torch
refuses.

Hint: How many elements does `images` hold?
Hint: Divide 6 * 3 * 4 * 5 = 360 by the sizes that are named.
Hint: Two of the four have an answer; the other two are None.
Wrong: 360 / 7 is not a whole number: reshape drops no elements, it raises.
    [60, 12, 51, None]
Wrong: -1 stands for one unknown size: with two there are many ways to divide.
    [60, 12, None, 6]
Wrong: -1 is not "the last size": it is 360 divided by the sizes named.
    [5, 5, None, None]
Wrong: Both -1 work: it may stand in any one place, the first too.
    [60, None, None, None]
See: torch.reshape
"""

import torch


def size_of_minus_one(x, *shape):
    """Return the size that -1 stands for, or None where reshape refuses."""
    try:
        return x.reshape(shape).shape[shape.index(-1)]
    except RuntimeError:
        return None


def test_minus_one_is_what_is_left(device):
    images = torch.zeros(6, 3, 4, 5, device=device)
    assert [
        size_of_minus_one(images, 6, -1),
        size_of_minus_one(images, -1, 3, 10),
        size_of_minus_one(images, 7, -1),
        size_of_minus_one(images, -1, 10, -1),
    ] == [60, 12, None, None]  # blank
