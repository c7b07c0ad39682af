"""A model is a recipe, and it can be followed once with other weights.

The average of several checkpoints, the weights after a step not yet taken, the
output of a hypernetwork: to try them, nobody has to load them. `torch.func` can
run a module with weights from a dict, by name. The module's own stay as they
are, and the result is a function of the weights you gave: gradients reach them.

Hint: Loading would change the model, and would copy the numbers without a graph.
Hint: Look in `torch.func` for something that calls a module functionally.
Hint: `torch.func.functional_call(module, weights, args)`; args may be a tuple.
Wrong: Now the model has them for good, and no gradient reaches `weights`.
    (model.load_state_dict(weights), model(x))[1]
Wrong: The model runs with its own weights: nobody has told it of others.
    model(x)
Wrong: That works for a model that is one Linear, and for no other.
    F.linear(x, weights["weight"], weights["bias"])
Wrong: Detached copies give the same numbers and no gradient for `weights`.
    torch.func.functional_call(model, {n: w.detach() for n, w in weights.items()}, x)
Wrong: A deep copy with the weights loaded: nothing flows back to where they came from.
    (twin := copy.deepcopy(model), twin.load_state_dict(weights), twin(x))[2]
Right:
    torch.func.functional_call(model, weights, x)
Right:
    torch.func.functional_call(model, (weights,), (x,))
Right:
    torch.func.functional_call(model, weights, args=(x,), strict=True)
See: torch.func.functional_call
"""

import copy

import pytest
import torch
import torch.nn.functional as F
from torch import nn


def output_with(model, weights, x):
    """Return what model would give for x with these weights, a dict by name."""
    return torch.func.functional_call(model, weights, (x,))  # blank


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
