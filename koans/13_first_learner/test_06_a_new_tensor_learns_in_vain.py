"""`w = w - step` makes a new tensor; the model keeps the old one.

The equals sign moves a name. A dict, a module or an optimizer holds the tensor
itself, and knows nothing of your names: the loss comes out the same at every
step, and no error says why. A step has to write into the memory that the model
reads.
"""

import pytest
import torch
import torch.nn.functional as F


def train(model, x, passed, learning_rate, steps):
    """Train a model, a dict with a weight and a bias, and return its losses."""
    losses = []
    for _ in range(steps):
        logits = x @ model["weight"] + model["bias"]
        loss = F.binary_cross_entropy_with_logits(logits, passed)
        losses.append(loss.item())
        gradients = torch.autograd.grad(loss, model.values())
        with torch.no_grad():
            for parameter, gradient in zip(model.values(), gradients):
                # repair: the loss must fall
                parameter = parameter - learning_rate * gradient
    return losses


@pytest.mark.parametrize("features", [2, 3])
def test_the_tensors_of_the_model_are_trained(device, features):
    x = torch.randn(8, features).to(device)
    passed = (x[:, 0] > 0.2).float()
    weight = torch.randn(features).to(device).requires_grad_()
    bias = torch.tensor(0.5, device=device, requires_grad=True)
    expected_weight, expected_bias = weight.detach().clone(), bias.detach().clone()
    for _ in range(20):
        error = (x @ expected_weight + expected_bias).sigmoid() - passed
        expected_weight -= 0.5 * x.T @ error / 8
        expected_bias -= 0.5 * error.mean()

    model = {"weight": weight, "bias": bias}
    losses = train(model, x, passed, learning_rate=0.5, steps=20)

    assert losses[0] > losses[1] > losses[-1], "the loss must fall"
    torch.testing.assert_close(weight.detach(), expected_weight)
    torch.testing.assert_close(bias.detach(), expected_bias)
