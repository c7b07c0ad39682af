"""`backward` adds to `.grad`; clearing it is your job.

A weight that is used in several places, or several losses that share it, all
put in their part: that is why backward adds. It cannot know that you meant to
begin anew. Only setting `.grad` to None, or to zero, does, and that is what an
optimizer's `zero_grad` is for.

Hint: The slope of (weight * batch).sum() with respect to weight is batch.
Hint: What lies in `.grad` when the second backward comes, and when the third?
Wrong: Those are the batches one by one: nothing cleared `.grad` before the second.
    [[1.0, 2.0], [10.0, 20.0], [100.0, 200.0]]
Wrong: `.grad` was set to None before the third, so that one begins anew.
    [[1.0, 2.0], [11.0, 22.0], [111.0, 222.0]]
Wrong: Backward adds the slopes; it does not average them.
    [[1.0, 2.0], [5.5, 11.0], [100.0, 200.0]]
Wrong: The weights scale the loss, not its slope: the slope here is the batch.
    [[5.0, 14.0], [55.0, 154.0], [500.0, 1400.0]]
See: torch.Tensor.grad, torch.optim.Optimizer.zero_grad
"""

import pytest
import torch


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
    assert seen == [[1.0, 2.0], [11.0, 22.0], [100.0, 200.0]]  # blank
