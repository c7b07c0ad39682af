"""A gradient that was recorded can be differentiated again.

Backward is made of ordinary operations. With `create_graph=True` they are
recorded as they run, so the gradient comes with a history of its own, and its
own gradient can be asked for. Row i of the Hessian is the gradient of the i-th
component of the gradient.

Hint: Write down the gradient of `width**2 * height + height**3` first.
Hint: It is [2 * width * height, width**2 + 3 * height**2].
Hint: The rows are [2 * height, 2 * width] and [2 * width, 6 * height].
Wrong: The mixed slopes are missing: both components depend on both sizes.
    [[6.0, 0.0], [0.0, 18.0]]
Wrong: Each row stands for one component: that is the gradient of their sum.
    [10.0, 22.0]
Wrong: That is the gradient; its own gradient is asked for.
    [12.0, 31.0]
Wrong: 3 * height**2 has slope 6 * height, and height is 3.
    [[6.0, 4.0], [4.0, 6.0]]
See: torch.autograd.grad, torch.autograd.functional.hessian
"""

import torch


def test_the_four_second_derivatives(device):
    size = torch.tensor([2.0, 3.0], device=device, requires_grad=True)
    width, height = size
    cost = width**2 * height + height**3

    (gradient,) = torch.autograd.grad(cost, size, create_graph=True)
    hessian = [
        torch.autograd.grad(component, size, retain_graph=True)[0].tolist()
        for component in gradient
    ]

    assert hessian == [[6.0, 4.0], [4.0, 18.0]]  # blank
