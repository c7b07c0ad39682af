"""Clipping returns the norm it found, and scales all gradients alike.

All gradients of the model together are one long vector, and `clip_grad_norm_`
looks at its length: the root of the sum of all squares. If it is greater than
`max_norm`, every gradient is multiplied by the same factor, so the direction
stays. What comes back is the length from before: the number to log, for it says
whether there was anything to clip.

Hint: 3, 4 and 12 are one vector: 9 + 16 + 144 is 169.
Hint: The factor is 2.6 / 13, a fifth, for every element.
Hint: The second call finds what the first one has left, and leaves it.
Wrong: The norm is that of all gradients together, not of each tensor by itself.
    [13, [1.56, 2.08], [2.6], 3.677]
Wrong: The first call returns what it found, not what it made of it.
    [2.6, [0.6, 0.8], [2.4], 2.6]
Wrong: A norm is the root of a sum of squares: lengths of 5 and 12 do not make 17.
    [17, [0.459, 0.612], [1.835], 2.6]
Wrong: That cuts off each element, and bends the direction; one factor scales them all.
    [13, [2.6, 2.6], [2.6], 4.503]
Wrong: The first call has scaled the gradients: there are no 13 left to find.
    [13, [0.6, 0.8], [2.4], 13]
See: torch.nn.utils.clip_grad_norm_
"""

import torch
from torch.nn.utils import clip_grad_norm_


def test_two_tensors_are_clipped_twice(device):
    weight = torch.zeros(2, device=device, requires_grad=True)
    bias = torch.zeros(1, device=device, requires_grad=True)
    weight.grad = torch.tensor([3.0, 4.0], device=device)
    bias.grad = torch.tensor([12.0], device=device)

    first = clip_grad_norm_([weight, bias], max_norm=2.6)
    second = clip_grad_norm_([weight, bias], max_norm=2.6)

    assert [
        round(first.item(), 3),
        [round(slope, 3) for slope in weight.grad.tolist()],
        [round(slope, 3) for slope in bias.grad.tolist()],
        round(second.item(), 3),
    ] == [13, [0.6, 0.8], [2.4], 2.6]  # blank
