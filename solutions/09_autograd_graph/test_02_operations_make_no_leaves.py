"""A leaf is a tensor that no recorded operation has made.

Leaves are where the graph begins: the weights that you create, and all data.
`backward` fills `.grad` of the leaves that require grad, and of no others; an
optimizer takes only leaves. The usual accident is a weight that is scaled
after it was made: what the variable holds is the product, not the weight.

Hint: For each tensor ask: was its last operation recorded?
Hint: An operation is recorded only if one of its inputs requires grad.
Hint: `requires_grad_()` on a result that was not recorded leaves a leaf.
Wrong: Plain data is a leaf too: no recorded operation has made it.
    [False, True, False, False, True, False]
Wrong: That product was recorded, because its input required grad already.
    [True, True, True, False, True, True]
Wrong: `centred` came of an operation, but of one that was not recorded.
    [True, True, False, False, True, True]
Wrong: It required grad only after the multiplication, which was not recorded.
    [True, True, False, True, False, True]
Wrong: `detach` gives a tensor without a past: a leaf that requires no grad.
    [True, True, False, True, True, False]
See: torch.Tensor.is_leaf
"""

import pytest
import torch


@pytest.mark.essential
def test_which_tensors_are_leaves(device):
    readings = torch.rand(4, 3, device=device)
    weight = torch.rand(3, device=device, requires_grad=True)

    scaled_later = torch.rand(3, device=device, requires_grad=True) * 0.1
    centred = readings - readings.mean(dim=0)
    scaled_first = (torch.rand(3, device=device) * 0.1).requires_grad_()
    frozen = (weight * 2).detach()

    tensors = [readings, weight, scaled_later, centred, scaled_first, frozen]
    assert [t.is_leaf for t in tensors] == [
        True,
        True,
        False,
        True,
        True,
        True,
    ]  # blank
