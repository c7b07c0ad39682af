"""`a += b` changes the tensor that a names; `a = a + b` renames a.

A name is not a tensor: `best = weights` gives one tensor a second name. An
in-place operation changes that one tensor, and both names show it. `a = a + b`
makes a new tensor and moves one name over to it; the other stays with the old.

Hint: After `best = weights`, how many tensors are there? And after each line?
Hint: One line makes a new tensor. From there on, the two names are strangers.
Hint: Only what happens before `weights = weights + 100` reaches `best`.
Wrong: `best = weights` copies nothing: the first `+=` changes both.
    [1, 2, 3]
Wrong: That is `weights` at the end: by then it names another tensor.
    [222, 224, 226]
Wrong: `weights + 100` is a new tensor: `best` does not move over to it.
    [111, 112, 113]
Wrong: `*=` is in place, but `weights` names the new tensor when it runs.
    [22, 24, 26]
See: torch.Tensor.add_, torch.clone
"""

import pytest
import torch


@pytest.mark.essential
def test_what_the_best_weights_have_become(device):
    weights = torch.tensor([1, 2, 3], device=device)
    best = weights
    weights += 10
    weights = weights + 100
    weights *= 2
    assert best.tolist() == [11, 12, 13]  # blank
