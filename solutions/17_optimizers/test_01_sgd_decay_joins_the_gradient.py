"""SGD's weight decay is one more gradient: it points at the weight itself.

A cost of `weight_decay / 2 * weight**2` in the loss would keep the weights small.
Its slope is so short that nobody needs autograd for it: `weight_decay * weight`.
The optimizer adds it to the gradient on the way, unseen by your loss and your
`.grad`. Each step shrinks all weights a little; what nothing needs fades to 0.

Hint: The step is no part of the graph: `torch.no_grad()`, and write in place.
Hint: The decay uses the weight as it is before the step, and lr scales both.
Hint: `parameter -= lr * (parameter.grad + weight_decay * parameter)`
Wrong: lr must scale the decay as well: the two add up before the step is taken.
    with torch.no_grad():
        for parameter in parameters:
            parameter -= lr * parameter.grad + weight_decay * parameter
Wrong: The weight has moved before it decays: the decay belongs to the old weight.
    with torch.no_grad():
        for parameter in parameters:
            parameter -= lr * parameter.grad
            parameter -= lr * weight_decay * parameter
Wrong: With that sign the weights grow: the decay is added to the gradient.
    with torch.no_grad():
        for parameter in parameters:
            parameter -= lr * (parameter.grad - weight_decay * parameter)
Wrong: That is a decay by one fixed amount, the slope of the absolute value.
    with torch.no_grad():
        for parameter in parameters:
            parameter -= lr * (parameter.grad + weight_decay * parameter.sign())
Wrong: `.grad` is not the optimizer's to edit: whoever logs or adds to it finds decay.
    with torch.no_grad():
        for parameter in parameters:
            parameter.grad += weight_decay * parameter
            parameter -= lr * parameter.grad
Wrong: The name moves to a new tensor; the model's weights stay where they are.
    with torch.no_grad():
        for parameter in parameters:
            parameter = parameter - lr * (parameter.grad + weight_decay * parameter)
Right:
    with torch.no_grad():
        for parameter in parameters:
            gradient = parameter.grad.add(parameter, alpha=weight_decay)
            parameter.add_(gradient, alpha=-lr)
Right:
    for parameter in parameters:
        with torch.no_grad():
            parameter.mul_(1 - lr * weight_decay).sub_(lr * parameter.grad)
Right:
    for parameter in parameters:
        step = lr * (parameter.grad + weight_decay * parameter.detach())
        parameter.data.sub_(step)
Ban: optim, SGD, sgd
See: torch.optim.SGD
"""

import copy

import pytest
import torch
from torch import nn


def sgd_step(parameters, lr, weight_decay):
    """Take SGD's step on each parameter, from its `.grad`, in place."""
    # blank: take lr * (gradient + decay) off each parameter, unrecorded
    with torch.no_grad():
        for parameter in parameters:
            parameter -= lr * (parameter.grad + weight_decay * parameter)
    # end


@pytest.mark.parametrize(("lr", "weight_decay"), [(0.1, 0.0), (0.05, 0.3)])
def test_thirty_steps_are_those_of_torch(device, lr, weight_decay):
    ours = nn.Sequential(nn.Linear(3, 4), nn.Tanh(), nn.Linear(4, 2))
    ours = ours.to(device, torch.float64)
    theirs = copy.deepcopy(ours)
    optimizer = torch.optim.SGD(theirs.parameters(), lr, weight_decay=weight_decay)
    for _ in range(30):
        x = torch.randn(6, 3, dtype=torch.float64).to(device)
        for model in (ours, theirs):
            model.zero_grad()
            (model(x) - x[:, :2]).square().mean().backward()
        sgd_step(list(ours.parameters()), lr, weight_decay)
        optimizer.step()

    for our, their in zip(ours.parameters(), theirs.parameters()):
        torch.testing.assert_close(our, their)
        torch.testing.assert_close(our.grad, their.grad)
