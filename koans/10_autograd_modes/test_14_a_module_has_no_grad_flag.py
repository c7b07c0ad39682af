"""A module has no gradient flag of its own; each parameter has one.

Freezing means that a parameter asks for no gradient. Python lets you write any
attribute on any object, so an assignment to something that torch never reads
raises nothing and freezes nothing: the pre-trained part is trained away.
"""

import torch
from torch import nn


def freeze(backbone):
    """Keep every parameter of this module from being trained."""
    # repair: no parameter of the backbone may get a gradient
    backbone.requires_grad = False


def test_a_frozen_backbone_passes_gradients_and_takes_none(device):
    backbone = nn.Sequential(nn.Linear(4, 6), nn.Linear(6, 3)).to(device)
    head = nn.Linear(3, 2).to(device)
    freeze(backbone)

    x = torch.randn(5, 4).to(device).requires_grad_()
    head(backbone(x)).square().sum().backward()

    assert all(parameter.grad is None for parameter in backbone.parameters())
    assert all(parameter.grad is not None for parameter in head.parameters())
    assert x.grad.abs().sum() > 0, "gradients still flow through what is frozen"
