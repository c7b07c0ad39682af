"""A module finds its layers only where it can see them: not inside a list.

Assigning a module to an attribute registers it. A list is not a module, and
what lies in it is out of sight, though the forward pass runs as it should:

    mlp ─┬─ head                        trained, moved, saved, put in eval mode
         └─ hidden: [ layer, layer ]    none of these

The optimizer gets the head alone, the loss falls a little, and nothing warns.
"""

from itertools import pairwise

import pytest
import torch
import torch.nn.functional as F
from torch import nn


class MLP(nn.Module):
    """Linear layers of the given widths, with relu between them."""

    def __init__(self, widths):
        super().__init__()
        *widths, outputs = widths
        # repair: the module must find every one of its layers
        self.hidden = [nn.Linear(a, b) for a, b in pairwise(widths)]
        self.head = nn.Linear(widths[-1], outputs)

    def forward(self, x):
        for layer in self.hidden:
            x = layer(x).relu()
        return self.head(x)


@pytest.mark.essential
@pytest.mark.parametrize("widths", [[2, 8, 5, 1], [3, 4, 1], [2, 6, 6, 6, 1]])
def test_every_layer_is_found(device, widths):
    mlp = MLP(widths).to(device)
    layers = [module for module in mlp.modules() if isinstance(module, nn.Linear)]
    assert len(layers) == len(widths) - 1
    assert len(list(mlp.parameters())) == 2 * len(layers)
    mlp(torch.rand(4, widths[0], device=device)).sum().backward()
    assert all(parameter.grad is not None for parameter in mlp.parameters())


@pytest.mark.essential
def test_every_layer_is_trained(device):
    x = torch.randn(20, 2).to(device)
    y = x.prod(dim=1, keepdim=True)
    mlp = MLP([2, 16, 12, 1]).to(device)
    before = [layer.weight.detach().clone() for layer in [*mlp.hidden, mlp.head]]
    optimizer = torch.optim.SGD(mlp.parameters(), lr=0.1)
    for _ in range(3):
        loss = F.mse_loss(mlp(x), y)
        optimizer.zero_grad()
        loss.backward()
        optimizer.step()
    for layer, old in zip([*mlp.hidden, mlp.head], before):
        assert not torch.equal(layer.weight, old), "a layer has not moved"
