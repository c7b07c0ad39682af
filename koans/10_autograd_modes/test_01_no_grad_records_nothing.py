"""no_grad stops the recording; it takes nothing back.

Inside `no_grad` the result of an operation has no `grad_fn` and requires no
gradient: to autograd it is a constant, and it stays one after the block.
Tensors that already have a history keep it. And a leaf that is made with
`requires_grad=True` is no result of an operation: it gets what you ask for.
"""

import pytest
import torch

from koans import __


@pytest.mark.essential
def test_who_requires_a_gradient(device):
    weights = torch.tensor([1.0, 2.0], device=device, requires_grad=True)
    scaled = weights * 3
    with torch.no_grad():
        inside = weights * 3
        bias = torch.zeros(2, device=device, requires_grad=True)
        mixed = scaled + inside
    outside = inside * weights

    tensors = [weights, scaled, inside, bias, mixed, outside]
    flags = [tensor.requires_grad for tensor in tensors]
    assert flags == __
