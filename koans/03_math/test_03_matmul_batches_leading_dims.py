"""`@` multiplies the last two dims; all dims before them count matrices.

A tensor (8, 2, 3) is eight matrices of 2 x 3. Two stacks of eight are multiplied
pair by pair, one stack of eight and a lone matrix eight times over. Leading
dims are lined up from the right; a missing one, or a 1, is repeated to fit.
"""

import torch

from koans import __


def test_the_dims_in_front_only_count(device):
    queries = torch.ones(2, 8, 6, 16, device=device)
    keys = torch.ones(2, 8, 16, 7, device=device)
    outlines = torch.ones(10, 5, 3, device=device)
    projection = torch.ones(3, 2, device=device)
    cameras = torch.ones(4, 1, 3, 3, device=device)
    scenes = torch.ones(5, 3, 9, device=device)
    pairs = [(queries, keys), (outlines, projection), (cameras, scenes)]
    shapes = [list((a @ b).shape) for a, b in pairs]
    assert shapes == __
