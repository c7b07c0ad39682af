"""`backward` adds to `.grad`; clearing it is your job.

A weight that is used in several places, or several losses that share it, all
put in their part: that is why backward adds. It cannot know that you meant to
begin anew. Only setting `.grad` to None, or to zero, does, and that is what an
optimizer's `zero_grad` is for.
"""

import pytest
import torch

from koans import __


@pytest.mark.essential
def test_what_lies_in_grad_after_each_batch(device):
    weight = torch.tensor([5.0, 7.0], device=device, requires_grad=True)
    batches = torch.tensor([[1.0, 2.0], [10.0, 20.0], [100.0, 200.0]], device=device)

    seen = []
    for clear_first, batch in zip([False, False, True], batches):
        if clear_first:
            weight.grad = None
        loss = (weight * batch).sum()
        loss.backward()
        seen.append(weight.grad.tolist())
    assert seen == __
