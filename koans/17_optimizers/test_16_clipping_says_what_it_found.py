"""Clipping returns the norm it found, and scales all gradients alike.

All gradients of the model together are one long vector, and `clip_grad_norm_`
looks at its length: the root of the sum of all squares. If it is greater than
`max_norm`, every gradient is multiplied by the same factor, so the direction
stays. What comes back is the length from before: the number to log, for it says
whether there was anything to clip.
"""

import torch
from torch.nn.utils import clip_grad_norm_

from koans import __


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
    ] == __
