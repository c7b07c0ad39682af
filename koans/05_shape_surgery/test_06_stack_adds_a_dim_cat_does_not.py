"""`cat` lengthens a dim that exists; `stack` makes a new one.

`cat` puts tensors end to end: the sizes along that dim add up. `stack` lays
equal tensors on top of each other, along a dim that none of them had, as long
as there are tensors. `dim` then says where in the result the new dim stands.
"""

import torch

from koans import __


def test_three_frames_are_joined_in_three_ways(device):
    frames = [torch.zeros(4, 5, device=device) for _ in range(3)]
    assert [
        tuple(torch.stack(frames).shape),
        tuple(torch.cat(frames).shape),
        tuple(torch.stack(frames, dim=1).shape),
    ] == __
