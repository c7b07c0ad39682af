"""A layer whose gradient is zero everywhere has stopped learning.

A unit behind a relu that is never positive passes no gradient back. The layer
gets a gradient, so nothing looks missing, but every number in it is 0. A report
of such layers after the first backward pass finds in a minute what a loss
curve hides for days. Gradients that cancel, or are small, are another matter.

Hint: What must hold for every single number of a gradient?
Hint: Parameters without any gradient are another disease: leave them out.
Hint: `parameter.grad is not None and not parameter.grad.any()`
Wrong: Positive and negative gradients cancel in a sum, and still train.
    for name, parameter in parameters.items():
        if parameter.grad is not None and parameter.grad.sum() == 0:
            silent.append(name)
Wrong: One zero among others is common: here every number must be zero.
    for name, parameter in parameters.items():
        if parameter.grad is not None and (parameter.grad == 0).any():
            silent.append(name)
Wrong: Small is not zero: an optimizer such as Adam trains it all the same.
    for name, parameter in parameters.items():
        if parameter.grad is not None and parameter.grad.norm() < 1e-6:
            silent.append(name)
Wrong: Names tell nothing: what counts is the gradient of each parameter.
    silent = [name for name in parameters if name.startswith("dead")]
Wrong: A gradient that is None was never computed: no path leads there at all.
    for name, parameter in parameters.items():
        if parameter.grad is None or not parameter.grad.any():
            silent.append(name)
Wrong: A parameter without a gradient has None there, which has no method `any`.
    for name, parameter in parameters.items():
        if not parameter.grad.any():
            silent.append(name)
Right:
    for name, parameter in parameters.items():
        if parameter.grad is not None and (parameter.grad == 0).all():
            silent.append(name)
Right:
    graded = {n: p.grad for n, p in parameters.items() if p.grad is not None}
    silent += [n for n, gradient in graded.items() if gradient.count_nonzero() == 0]
Right:
    for name, parameter in parameters.items():
        if parameter.grad is None:
            continue
        if parameter.grad.abs().max() == 0:
            silent.append(name)
See: torch.Tensor.any, torch.count_nonzero
"""

import torch


def silent_parameters(parameters):
    """Return the names whose gradient is there and zero everywhere, in order."""
    silent = []
    # blank: look at the gradient of each parameter in the dict
    for name, parameter in parameters.items():
        if parameter.grad is not None and not parameter.grad.any():
            silent.append(name)
    # end
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
