"""An edit through `.data` bends gradients silently; `detach` raises.

`sqrt` saves its result `y` for backward, because its slope is 1 / (2 * y). Each
tensor has a version counter, by which backward sees that `y` has been edited:

                  shares y's numbers   shares y's counter   after an edit
    y.detach()    yes                  yes                  backward raises
    y.data        yes                  no                   backward goes on
    y.clone()     no                   no                   y is as it was

Hint: Backward runs on the numbers that are in `y` when it is called.
Hint: Before the clamp `y` is [1, 2, 8]. What is it after the clamp?
Hint: `y` is [1, 2, 4] when backward runs; the slope is 1 / (2 * y).
Wrong: That is the true slope of sqrt: backward no longer has the old 8.
    [1 / 2, 1 / 4, 1 / 16]
Wrong: The clamp would cut the gradient to 0 if autograd had seen it.
    [1 / 2, 1 / 4, 0]
Wrong: That is y after the clamp; the gradient is 1 / (2 * y).
    [1, 2, 4]
Right:
    [1 / 2, 1 / 4, 1 / 8]
See: torch.Tensor.detach, torch.autograd.graph.saved_tensors_hooks
"""

import pytest
import torch


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
    assert x.grad.tolist() == [0.5, 0.25, 0.125]  # blank
