"""One hook sees what reaches a leaf, another what its `.grad` then holds.

A tensor hook runs before `.grad` is touched and is given what this backward
brings, once, with all uses of the leaf added up. A post-accumulate hook runs
when `.grad` is up to date and is given the leaf itself. There an optimizer can
step and clear inside backward, and never holds all gradients at once.

Hint: What does each backward alone bring to `weight`, which is 5?
Hint: The slopes are 3 and 2 * weight. `.grad` is not cleared in between.
Hint: Arriving: 3, then 10. In `.grad` afterwards: 3, then 3 + 10.
Wrong: The post-accumulate hook reads `.grad`, where the first gradient still is.
    {"arriving": [3.0, 10.0], "total": [3.0, 10.0]}
Wrong: The tensor hook is given this backward's gradient alone, not the total.
    {"arriving": [3.0, 13.0], "total": [3.0, 13.0]}
Wrong: The two uses in `weight * weight` are added up before any hook is called.
    {"arriving": [3.0, 5.0, 5.0], "total": [3.0, 8.0, 13.0]}
Wrong: The other way round: the total is known only after the accumulation.
    {"arriving": [3.0, 13.0], "total": [3.0, 10.0]}
See: torch.Tensor.register_post_accumulate_grad_hook, torch.Tensor.register_hook
"""

import torch


def test_two_backwards_without_clearing(device):
    weight = torch.tensor(5.0, device=device, requires_grad=True)
    found = {"arriving": [], "total": []}
    weight.register_hook(lambda grad: found["arriving"].append(grad.item()))
    weight.register_post_accumulate_grad_hook(
        lambda leaf: found["total"].append(leaf.grad.item())
    )

    (3 * weight).backward()
    (weight * weight).backward()

    assert found == {"arriving": [3.0, 10.0], "total": [3.0, 13.0]}  # blank
