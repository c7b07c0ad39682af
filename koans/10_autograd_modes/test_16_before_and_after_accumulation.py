"""One hook sees what reaches a leaf, another what its `.grad` then holds.

A tensor hook runs before `.grad` is touched and is given what this backward
brings, once, with all uses of the leaf added up. A post-accumulate hook runs
when `.grad` is up to date and is given the leaf itself. There an optimizer can
step and clear inside backward, and never holds all gradients at once.
"""

import torch

from koans import __


def test_two_backwards_without_clearing(device):
    weight = torch.tensor(5.0, device=device, requires_grad=True)
    found = {"arriving": [], "total": []}
    weight.register_hook(lambda grad: found["arriving"].append(grad.item()))
    weight.register_post_accumulate_grad_hook(
        lambda leaf: found["total"].append(leaf.grad.item())
    )

    (3 * weight).backward()
    (weight * weight).backward()

    assert found == __
