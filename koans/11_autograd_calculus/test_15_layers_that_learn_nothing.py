"""A layer whose gradient is zero everywhere has stopped learning.

A unit behind a relu that is never positive passes no gradient back. The layer
gets a gradient, so nothing looks missing, but every number in it is 0. A report
of such layers after the first backward pass finds in a minute what a loss
curve hides for days. Gradients that cancel, or are small, are another matter.
"""

import torch

from koans import __


def silent_parameters(parameters):
    """Return the names whose gradient is there and zero everywhere, in order."""
    silent = []
    __("look at the gradient of each parameter in the dict")
    return silent


def test_a_dead_layer_is_reported(device):
    x = torch.rand(6, 3).to(device)
    parameters = {
        "stem.weight": torch.rand(3, 4),
        "dead.weight": torch.rand(4, 5),
        "dead.bias": torch.full((5,), -100.0),  # relu never sees a positive number
        "head.weight": torch.rand(9, 2),
        "tiny.bias": torch.rand(2),
        "forgotten.weight": torch.rand(2, 2),
    }
    parameters = {
        name: value.to(device).requires_grad_() for name, value in parameters.items()
    }
    stem = x @ parameters["stem.weight"]
    dead = (stem @ parameters["dead.weight"] + parameters["dead.bias"]).relu()
    output = torch.cat([stem, dead], dim=1) @ parameters["head.weight"]
    balance = torch.tensor([1.0, -1.0], device=device)  # its gradients add up to zero
    ((output + 1e-9 * parameters["tiny.bias"]) * balance).sum().backward()

    assert silent_parameters(parameters) == ["dead.weight", "dead.bias"]
    others = {"head": parameters["dead.weight"], "dead": parameters["head.weight"]}
    assert silent_parameters(others) == ["head"]
