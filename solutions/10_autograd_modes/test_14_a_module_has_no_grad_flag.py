"""A module has no gradient flag of its own; each parameter has one.

Freezing means that a parameter asks for no gradient. Python lets you write any
attribute on any object, so an assignment to something that torch never reads
raises nothing and freezes nothing: the pre-trained part is trained away.

Hint: Which objects does autograd ask whether they require a gradient?
Hint: Go through `backbone.parameters()`; or is there a method that does it for you?
Hint: Methods that end in `_` change things in place: `requires_grad_`.
Wrong: Autograd reads `requires_grad`: a misspelt attribute is one nobody reads.
    for parameter in backbone.parameters():
        parameter.require_grad = False
Wrong: `eval` turns off dropout; parameters are trained as before.
    backbone.eval()
Wrong: That rebinds the loop's name; the module still holds its own parameter.
    for parameter in backbone.parameters():
        parameter = parameter.detach()
Wrong: The next backward fills it again: there is no gradient to take away yet.
    for parameter in backbone.parameters():
        parameter.grad = None
Wrong: Only the weights are frozen: the biases are parameters too.
    for layer in backbone:
        layer.weight.requires_grad = False
Right:
    for parameter in backbone.parameters():
        parameter.requires_grad_(False)
Right:
    for parameter in backbone.parameters():
        parameter.requires_grad = False
Right:
    for layer in backbone:
        layer.requires_grad_(False)
See: torch.nn.Module.requires_grad_, torch.Tensor.requires_grad_
"""

import torch
from torch import nn


def freeze(backbone):
    """Keep every parameter of this module from being trained."""
    # broken: no parameter of the backbone may get a gradient
    # backbone.requires_grad = False
    backbone.requires_grad_(False)
    # end


def test_a_frozen_backbone_passes_gradients_and_takes_none(device):
    backbone = nn.Sequential(nn.Linear(4, 6), nn.Linear(6, 3)).to(device)
    head = nn.Linear(3, 2).to(device)
    freeze(backbone)

    x = torch.randn(5, 4).to(device).requires_grad_()
    head(backbone(x)).square().sum().backward()

    assert all(parameter.grad is None for parameter in backbone.parameters())
    assert all(parameter.grad is not None for parameter in head.parameters())
    assert x.grad.abs().sum() > 0, "gradients still flow through what is frozen"
