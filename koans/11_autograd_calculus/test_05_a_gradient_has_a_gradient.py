"""A gradient that was recorded can be differentiated again.

Backward is made of ordinary operations. With `create_graph=True` they are
recorded as they run, so the gradient comes with a history of its own, and its
own gradient can be asked for. Row i of the Hessian is the gradient of the i-th
component of the gradient.
"""

import torch

from koans import __


def test_the_four_second_derivatives(device):
    size = torch.tensor([2.0, 3.0], device=device, requires_grad=True)
    width, height = size
    cost = width**2 * height + height**3

    (gradient,) = torch.autograd.grad(cost, size, create_graph=True)
    hessian = [
        torch.autograd.grad(component, size, retain_graph=True)[0].tolist()
        for component in gradient
    ]

    assert hessian == __
