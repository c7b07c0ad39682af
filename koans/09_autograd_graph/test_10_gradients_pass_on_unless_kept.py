"""Backward hands a gradient on and forgets it, except at the leaves.

The gradient at the hidden activations exists for a moment, while backward
passes through them. It is kept only where somebody asked for it beforehand.
Asking afterwards is too late, and cutting the graph there to get a new leaf
keeps it at the price of the weights behind, which then learn nothing.
"""

import pytest
import torch


def backward_and_look(features, weight, targets):
    """Run backward; return the gradient at the hidden activations."""
    # repair: keep the gradient at `hidden`; `weight` must get its own as well
    hidden = (features @ weight).relu()
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
