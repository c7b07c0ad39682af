"""`a += b` changes the tensor that a names; `a = a + b` renames a.

A name is not a tensor: `best = weights` gives one tensor a second name. An
in-place operation changes that one tensor, and both names show it. `a = a + b`
makes a new tensor and moves one name over to it; the other stays with the old.
"""

import pytest
import torch

from koans import __


@pytest.mark.essential
def test_what_the_best_weights_have_become(device):
    weights = torch.tensor([1, 2, 3], device=device)
    best = weights
    weights += 10
    weights = weights + 100
    weights *= 2
    assert best.tolist() == __
