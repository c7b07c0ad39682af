"""no_grad stops the recording; it takes nothing back.

Inside `no_grad` the result of an operation has no `grad_fn` and requires no
gradient: to autograd it is a constant, and it stays one after the block.
Tensors that already have a history keep it. And a leaf that is made with
`requires_grad=True` is no result of an operation: it gets what you ask for.

Hint: For each tensor: which operation made it, and in which mode?
Hint: `mixed` is computed inside, whatever its inputs are; `outside` is not.
Hint: weights, scaled, bias and outside can pass a gradient on; the others cannot.
Wrong: `bias` is no result: `requires_grad=True` is granted in every mode.
    [True, True, False, False, False, True]
Wrong: A history from outside does not help: `mixed` is computed while nobody records.
    [True, True, False, True, True, True]
Wrong: A constant times `weights` is recorded as soon as the block is left.
    [True, True, False, True, False, False]
Wrong: The mode changes no tensor that was there before: those two keep their flag.
    [False, False, False, True, False, True]
See: torch.no_grad, torch.Tensor.requires_grad
"""

import pytest
import torch


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
    assert flags == [True, True, False, True, False, True]  # blank
