"""Weight decay is for the matrices; biases and norms are left alone.

Decay keeps a matrix from answering small inputs with large outputs. A bias
answers no input, and a norm's scale is to stay near 1: pulled towards 0, they
only pull back. The usual rule goes by dims: what has two or more decays, what
has fewer does not. "Not at all" has to be said: a group that says nothing gets
the default, and AdamW's default is 0.01.
"""

import pytest
import torch
from torch import nn

from koans import __


def decay_groups(model, weight_decay):
    """Return parameter groups: tensors of fewer than two dims do not decay."""
    __("groups = every parameter once, with its weight_decay")
    return groups


@pytest.mark.parametrize("weight_decay", [0.5, 2.0])
def test_only_what_has_two_dims_shrinks(device, weight_decay):
    model = nn.Sequential(
        nn.Embedding(7, 4),
        nn.Linear(4, 6),
        nn.LayerNorm(6),
        nn.Sequential(nn.Conv1d(6, 3, 2), nn.BatchNorm1d(3)),
    )
    model.register_parameter("temperature", nn.Parameter(torch.tensor(2.0)))
    model = model.to(device)
    before = {name: p.detach().clone() for name, p in model.named_parameters()}

    optimizer = torch.optim.AdamW(decay_groups(model, weight_decay), lr=0.1)
    for parameter in model.parameters():
        parameter.grad = torch.ones_like(parameter)  # Adam's first step is lr long
    optimizer.step()

    matrices = {"0.weight", "1.weight", "3.0.weight"}
    for name, parameter in model.named_parameters():
        kept = 1 - 0.1 * weight_decay if name in matrices else 1
        torch.testing.assert_close(parameter.detach(), kept * before[name] - 0.1)
