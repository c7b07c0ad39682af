"""Weight decay is for the matrices; biases and norms are left alone.

Decay keeps a matrix from answering small inputs with large outputs. A bias
answers no input, and a norm's scale is to stay near 1: pulled towards 0, they
only pull back. The usual rule goes by dims: what has two or more decays, what
has fewer does not. "Not at all" has to be said: a group that says nothing gets
the default, and AdamW's default is 0.01.

Hint: Split `model.parameters()` in two lists by `parameter.ndim`.
Hint: Two dicts with "params" and "weight_decay" each, the second with 0.0.
Hint: `[p for p in model.parameters() if p.ndim >= 2]`
Wrong: That group says nothing about its decay, so it gets AdamW's default of 0.01.
    groups = [
        {
            "params": [p for p in model.parameters() if p.ndim >= 2],
            "weight_decay": weight_decay,
        },
        {"params": [p for p in model.parameters() if p.ndim < 2]},
    ]
Wrong: A norm's scale is called `weight`, too: going by "bias" lets it decay.
    named = list(model.named_parameters())
    groups = [
        {
            "params": [p for name, p in named if not name.endswith("bias")],
            "weight_decay": weight_decay,
        },
        {
            "params": [p for name, p in named if name.endswith("bias")],
            "weight_decay": 0.0,
        },
    ]
Wrong: `parameters()` is a generator: the first list empties it, the second gets none.
    parameters = model.parameters()
    groups = [
        {"params": [p for p in parameters if p.ndim >= 2], "weight_decay": weight_decay},
        {"params": [p for p in parameters if p.ndim < 2], "weight_decay": 0.0},
    ]
Wrong: What is in no group is not trained at all.
    matrices = [p for p in model.parameters() if p.ndim >= 2]
    groups = [{"params": matrices, "weight_decay": weight_decay}]
Wrong: The two groups are exchanged: here the biases and norms decay.
    groups = [
        {
            "params": [p for p in model.parameters() if p.ndim < 2],
            "weight_decay": weight_decay,
        },
        {
            "params": [p for p in model.parameters() if p.ndim >= 2],
            "weight_decay": 0.0,
        },
    ]
Wrong: A convolution's weight has three or four dims; it decays with the matrices.
    trained = list(model.parameters())
    groups = [
        {"params": [p for p in trained if p.ndim == 2], "weight_decay": weight_decay},
        {"params": [p for p in trained if p.ndim != 2], "weight_decay": 0.0},
    ]
Right:
    groups = [
        {"params": [p], "weight_decay": weight_decay if p.ndim > 1 else 0}
        for p in model.parameters()
    ]
Right:
    few, many = [], []
    for parameter in model.parameters():
        if parameter.requires_grad:
            (few if parameter.ndim < 2 else many).append(parameter)
    groups = [
        {"params": few, "weight_decay": 0},
        {"params": many, "weight_decay": weight_decay},
    ]
See: torch.optim.AdamW, torch.optim.Optimizer.add_param_group
"""

import pytest
import torch
from torch import nn


def decay_groups(model, weight_decay):
    """Return parameter groups: tensors of fewer than two dims do not decay."""
    # blank: groups = every parameter once, with its weight_decay
    parameters = list(model.parameters())
    groups = [
        {
            "params": [p for p in parameters if p.ndim >= 2],
            "weight_decay": weight_decay,
        },
        {"params": [p for p in parameters if p.ndim < 2], "weight_decay": 0.0},
    ]
    # end
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
