"""`cat` lengthens a dim that exists; `stack` makes a new one.

`cat` puts tensors end to end: the sizes along that dim add up. `stack` lays
equal tensors on top of each other, along a dim that none of them had, as long
as there are tensors. `dim` then says where in the result the new dim stands.

Hint: How many dims does one frame have, and how many will each result have?
Hint: `cat` without `dim` works along dim 0: 4 + 4 + 4.
Hint: `dim=1` of stack: the 3 stands at place 1 of the result.
Wrong: The first two are swapped: `stack` is the one that adds a dim.
    [(12, 5), (3, 4, 5), (4, 3, 5)]
Wrong: `stack(dim=1)` puts the new dim at place 1, not the old ones in another order.
    [(3, 4, 5), (12, 5), (3, 5, 4)]
Wrong: `stack(dim=1)` adds a dim too: only `cat` makes a dim longer.
    [(3, 4, 5), (12, 5), (4, 15)]
Wrong: Without `dim`, `cat` takes dim 0, not the last one.
    [(3, 4, 5), (4, 15), (4, 3, 5)]
Right:
    [torch.Size([3, 4, 5]), torch.Size([12, 5]), torch.Size([4, 3, 5])]
See: torch.stack, torch.cat
"""

import torch


def test_three_frames_are_joined_in_three_ways(device):
    frames = [torch.zeros(4, 5, device=device) for _ in range(3)]
    assert [
        tuple(torch.stack(frames).shape),
        tuple(torch.cat(frames).shape),
        tuple(torch.stack(frames, dim=1).shape),
    ] == [(3, 4, 5), (12, 5), (4, 3, 5)]  # blank
