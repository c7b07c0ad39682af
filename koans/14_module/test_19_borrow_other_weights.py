"""A model is a recipe, and it can be followed once with other weights.

The average of several checkpoints, the weights after a step not yet taken, the
output of a hypernetwork: to try them, nobody has to load them. `torch.func` can
run a module with weights from a dict, by name. The module's own stay as they
are, and the result is a function of the weights you gave: gradients reach them.
"""

import copy

import pytest
import torch
import torch.nn.functional as F
from torch import nn

from koans import __


def output_with(model, weights, x):
    """Return what model would give for x with these weights, a dict by name."""
    return __


def test_the_average_of_two_models_without_loading_it(device):
    models = [nn.Linear(4, 3).to(device) for _ in range(2)]
    first, second = (dict(model.named_parameters()) for model in models)
    x = torch.randn(5, 4).to(device)
    own = models[0](x)

    middle = {name: (first[name] + second[name]) / 2 for name in first}
    output = output_with(models[0], middle, x)

    expected = F.linear(x, middle["weight"], middle["bias"])
    torch.testing.assert_close(output, expected)
    torch.testing.assert_close(models[0](x), own, rtol=0, atol=0)


@pytest.mark.parametrize("width", [3, 6])
def test_gradients_reach_the_weights_that_were_given(device, width):
    model = nn.Sequential(nn.Linear(4, width), nn.Tanh(), nn.Linear(width, 2))
    model.to(device)
    twin = copy.deepcopy(model)
    nn.init.normal_(twin[0].weight)
    weights = {
        n: p.detach().clone().requires_grad_() for n, p in twin.named_parameters()
    }
    x = torch.randn(5, 4).to(device)

    output = output_with(model, weights, x)
    output.square().sum().backward()
    expected = twin(x)
    expected.square().sum().backward()

    torch.testing.assert_close(output, expected)
    for name, parameter in twin.named_parameters():
        torch.testing.assert_close(weights[name].grad, parameter.grad)
    assert all(parameter.grad is None for parameter in model.parameters())
