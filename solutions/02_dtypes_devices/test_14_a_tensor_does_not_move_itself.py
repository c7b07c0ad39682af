"""A module's `to` changes the module; a tensor's `to` returns a tensor.

A module holds its weights, and `to` puts converted ones in their place. A
tensor never changes its own device or dtype: `to` returns one that has another,
and what nobody keeps is thrown away, without a word. The error comes later,
where model and batch meet, and speaks of two dtypes or of two devices.

Hint: One of these two lines has no effect. Which?
Hint: The converted batch exists, but it has no name.
Wrong: The model needs no new name; it is the batch that was thrown away.
    model = model.to(target)
    batch.to(target)
Wrong: `copy=True` copies, and the copy is thrown away like the other.
    model.to(target)
    batch.to(target, copy=True)
Wrong: Now both agree, on what the caller did not ask for.
    model.to(batch.dtype)
    batch.to(target)
Wrong: That changes the caller's tensor behind their back: they go on using it.
    model.to(target)
    batch.data = batch.to(target)
Right:
    model = model.to(target)
    batch = batch.to(target)
Right:
    model.to(target)
    batch = batch.to(next(model.parameters()))
See: torch.Tensor.to, torch.nn.Module.to
"""

import pytest
import torch
import torch.nn.functional as F
from torch import nn


def predict(model, batch, target):
    """Return model(batch), computed in the target: a dtype or a device."""
    # broken: model and batch must both be what the target says
    # model.to(target)
    # batch.to(target)
    model.to(target)
    batch = batch.to(target)
    # end
    return model(batch)


@pytest.mark.essential
@pytest.mark.parametrize("dtype", [torch.float16, torch.bfloat16])
def test_both_change_dtype(device, dtype):
    model, batch = nn.Linear(3, 2).to(device), torch.randn(5, 3).to(device)
    scores = predict(model, batch, dtype)
    assert scores.dtype == dtype
    expected = F.linear(batch.to(dtype), model.weight, model.bias)
    torch.testing.assert_close(scores, expected)
    assert batch.dtype == torch.float32, "the caller's batch is another tensor"


@pytest.mark.essential
def test_both_change_device():
    meta = torch.device("meta")  # shapes without numbers: a device that all have
    assert predict(nn.Linear(3, 2), torch.randn(5, 3), meta).device == meta
