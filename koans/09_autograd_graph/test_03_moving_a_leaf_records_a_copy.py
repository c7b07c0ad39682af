"""Moving a weight with `to` is an operation: autograd records it.

What comes back is a result, with the leaf left behind where nobody holds it.
Backward fills the `.grad` of that lost leaf, and an optimizer refuses the copy.
Where `to` has nothing to do it returns the tensor itself: the same line works
on the CPU and breaks on the day that the model moves.
"""

import numpy as np
import pytest
import torch


def trainable(values, device):
    """Return the NumPy array as a float32 weight on device, to be trained."""
    # repair: the weight that comes back must be the leaf that gets the gradient
    weight = torch.tensor(values, requires_grad=True).to(device, torch.float32)
    return weight


@pytest.mark.parametrize("size", [1, 3, 8])
def test_the_weight_that_comes_back_is_trained(device, size):
    values = np.random.default_rng(size).normal(size=size)
    weight = trainable(values, device)

    assert weight.is_leaf
    assert weight.dtype == torch.float32
    assert weight.device == device
    before = torch.tensor(values, dtype=torch.float32, device=device)
    torch.testing.assert_close(weight.detach(), before)

    (weight * 3).sum().backward()
    torch.optim.SGD([weight], lr=0.5).step()
    torch.testing.assert_close(weight.detach(), before - 1.5)
