"""A module's `to` changes the module; a tensor's `to` returns a tensor.

A module holds its weights, and `to` puts converted ones in their place. A
tensor never changes its own device or dtype: `to` returns one that has another,
and what nobody keeps is thrown away, without a word. The error comes later,
where model and batch meet, and speaks of two dtypes or of two devices.
"""

import pytest
import torch
import torch.nn.functional as F
from torch import nn


def predict(model, batch, target):
    """Return model(batch), computed in the target: a dtype or a device."""
    # repair: model and batch must both be what the target says
    model.to(target)
    batch.to(target)
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
