"""`@` multiplies the last two dims; all dims before them count matrices.

A tensor (8, 2, 3) is eight matrices of 2 x 3. Two stacks of eight are multiplied
pair by pair, one stack of eight and a lone matrix eight times over. Leading
dims are lined up from the right; a missing one, or a 1, is repeated to fit.

Hint: Set the last two dims apart: they follow the rule of a single product.
Hint: Leading dims: (2, 8) with (2, 8); (10,) with nothing; (4, 1) with (5,).
Wrong: (4, 1) lines up with (5,) from the right: the 1 is repeated, the 4 stays.
    [[2, 8, 6, 7], [10, 5, 2], [4, 3, 9]]
Wrong: The leading dims count the matrices: they are matched, not multiplied.
    [[4, 64, 6, 7], [10, 5, 2], [20, 5, 3, 9]]
Wrong: The dim that was contracted is gone from the result.
    [[2, 8, 6, 16, 7], [10, 5, 3, 2], [4, 5, 3, 3, 9]]
Wrong: The dims of the left and right leaders do not stand in a row: they line up.
    [[2, 8, 6, 7], [10, 5, 2], [4, 1, 5, 3, 9]]
Right:
    [[2, 8] + [6, 7], [10] + [5, 2], [4, 5] + [3, 9]]
See: torch.matmul, torch.bmm
"""

import torch


def test_the_dims_in_front_only_count(device):
    queries = torch.ones(2, 8, 6, 16, device=device)
    keys = torch.ones(2, 8, 16, 7, device=device)
    outlines = torch.ones(10, 5, 3, device=device)
    projection = torch.ones(3, 2, device=device)
    cameras = torch.ones(4, 1, 3, 3, device=device)
    scenes = torch.ones(5, 3, 9, device=device)
    pairs = [(queries, keys), (outlines, projection), (cameras, scenes)]
    shapes = [list((a @ b).shape) for a, b in pairs]
    assert shapes == [[2, 8, 6, 7], [10, 5, 2], [4, 5, 3, 9]]  # blank
