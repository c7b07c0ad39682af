"""An edit through `.data` bends gradients silently; `detach` raises.

`sqrt` saves its result `y` for backward, because its slope is 1 / (2 * y). Each
tensor has a version counter, by which backward sees that `y` has been edited:

                  shares y's numbers   shares y's counter   after an edit
    y.detach()    yes                  yes                  backward raises
    y.data        yes                  no                   backward goes on
    y.clone()     no                   no                   y is as it was
"""

import pytest
import torch

from koans import __


@pytest.mark.essential
def test_data_corrupts_the_gradient_that_detach_protects(device):
    x = torch.tensor([1.0, 4.0, 64.0], device=device, requires_grad=True)

    y = x.sqrt()
    y.detach().clamp_(max=4)
    with pytest.raises(RuntimeError, match="modified by an inplace operation"):
        y.sum().backward()

    y = x.sqrt()
    y.data.clamp_(max=4)
    y.sum().backward()
    assert x.grad.tolist() == __
