"""A leaf is a tensor that no recorded operation has made.

Leaves are where the graph begins: the weights that you create, and all data.
`backward` fills `.grad` of the leaves that require grad, and of no others; an
optimizer takes only leaves. The usual accident is a weight that is scaled
after it was made: what the variable holds is the product, not the weight.
"""

import pytest
import torch

from koans import __


@pytest.mark.essential
def test_which_tensors_are_leaves(device):
    readings = torch.rand(4, 3, device=device)
    weight = torch.rand(3, device=device, requires_grad=True)

    scaled_later = torch.rand(3, device=device, requires_grad=True) * 0.1
    centred = readings - readings.mean(dim=0)
    scaled_first = (torch.rand(3, device=device) * 0.1).requires_grad_()
    frozen = (weight * 2).detach()

    tensors = [readings, weight, scaled_later, centred, scaled_first, frozen]
    assert [t.is_leaf for t in tensors] == __
