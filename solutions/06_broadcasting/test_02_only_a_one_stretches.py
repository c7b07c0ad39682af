"""A dim of size 1 stretches to the size it meets, on either side.

The rule, dim by dim from the right: equal sizes stay, a 1 takes the other
size, a missing dim counts as 1, all else is an error. Both tensors may stretch
in the same operation, each where it holds the 1.

Hint: Write the two shapes below each other, flush right.
Hint: In each column take the larger size; a missing one counts as 1.
Hint: For the last: 8 1 1 above, and a lone 2 below the last 1.
Wrong: Both stretch: the first to 7 columns, the second to 3 rows.
    [(3, 1), (6, 5, 4), (8, 1, 2)]
Wrong: A 1 over nothing stays 1: the middle dim of the last does not stretch.
    [(3, 7), (6, 5, 4), (8, 2, 2)]
Wrong: Flush right: the 5 meets the 1 in the middle, not the 6.
    [(3, 7), (6, 1, 4), (8, 1, 2)]
Wrong: The last dim of `first` is 1 and stretches; missing dims come on the left.
    [(3, 7), (6, 5, 4), (8, 2, 1)]
Right:
    [torch.Size([3, 7]), torch.Size([6, 5, 4]), torch.Size([8, 1, 2])]
See: torch.broadcast_shapes
"""

import torch


def test_both_sides_stretch(device):
    def shape_of_sum(first, second):
        total = torch.zeros(first, device=device) + torch.zeros(second, device=device)
        return tuple(total.shape)

    assert [
        shape_of_sum((3, 1), (1, 7)),
        shape_of_sum((6, 1, 4), (5, 1)),
        shape_of_sum((8, 1, 1), (2,)),
    ] == [(3, 7), (6, 5, 4), (8, 1, 2)]  # blank
