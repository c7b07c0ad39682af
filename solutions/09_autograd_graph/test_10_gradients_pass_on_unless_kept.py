"""Backward hands a gradient on and forgets it, except at the leaves.

The gradient at the hidden activations exists for a moment, while backward
passes through them. It is kept only where somebody asked for it beforehand.
Asking afterwards is too late, and cutting the graph there to get a new leaf
keeps it at the price of the weights behind, which then learn nothing.

Hint: It has to be asked for before backward runs.
Hint: It is a method of the tensor whose gradient you want.
Hint: Call `hidden.retain_grad()`.
Wrong: `hidden` requires grad already; that does not keep its gradient.
    hidden = (features @ weight).relu()
    hidden.requires_grad_()
Wrong: Now `hidden` is a leaf, and the road to `weight` is cut.
    hidden = (features @ weight).relu().detach().requires_grad_()
Wrong: That keeps the gradient from before the relu, at another tensor.
    scores = features @ weight
    scores.retain_grad()
    hidden = scores.relu()
Wrong: `weight` is a leaf and keeps its own; what `hidden` had is forgotten.
    weight.retain_grad()
    hidden = (features @ weight).relu()
Right:
    hidden = torch.relu(features @ weight)
    hidden.retain_grad()
Right:
    scores = features @ weight
    hidden = scores.clamp(min=0)
    hidden.retain_grad()
See: torch.Tensor.retain_grad
"""

import pytest
import torch


def backward_and_look(features, weight, targets):
    """Run backward; return the gradient at the hidden activations."""
    # broken: keep the gradient at `hidden`; `weight` must get its own as well
    # hidden = (features @ weight).relu()
    hidden = (features @ weight).relu()
    hidden.retain_grad()
    # end
    loss = (hidden - targets).square().mean()
    loss.backward()
    return hidden.grad


@pytest.mark.parametrize(("batch", "width"), [(5, 3), (2, 7)])
def test_the_gradient_halfway_and_at_the_end(device, batch, width):
    features = torch.randn(batch, 4).to(device)
    targets = torch.randn(batch, width).to(device)
    weight = torch.randn(4, width).to(device).requires_grad_()

    halfway = backward_and_look(features, weight, targets)

    hidden = (features @ weight.detach()).clamp(min=0)
    expected = 2 * (hidden - targets) / hidden.numel()
    torch.testing.assert_close(halfway, expected)
    torch.testing.assert_close(weight.grad, features.T @ (expected * (hidden > 0)))
