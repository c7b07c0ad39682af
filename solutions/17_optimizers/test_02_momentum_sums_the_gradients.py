"""Momentum steps along a fading sum of all gradients so far.

    gradient      1      1      1     -1     -1
    velocity      1    1.9   2.71   1.44   0.30      momentum 0.9

The old sum fades by `momentum`, the new gradient is added in full. Where the
gradients agree, the velocity grows to ten times one of them; where they jump
from side to side, they cancel. torch multiplies by lr after the sum, at the
step: a schedule that lowers lr brakes at once.

Hint: The velocity has to last: write into the tensors of `velocities`.
Hint: First the velocity, then the step along it.
Hint: `velocity.mul_(momentum).add_(parameter.grad)`; then subtract `lr * velocity`.
Wrong: With 1 - momentum it is a mean, not a sum: at 0.9, steps a tenth as long.
    with torch.no_grad():
        for parameter, velocity in zip(parameters, velocities):
            velocity.mul_(momentum).add_((1 - momentum) * parameter.grad)
            parameter -= lr * velocity
Wrong: With lr inside the sum, a lower lr takes many steps to be felt.
    with torch.no_grad():
        for parameter, velocity in zip(parameters, velocities):
            velocity.mul_(momentum).add_(lr * parameter.grad)
            parameter -= velocity
Wrong: That velocity is a new tensor: the one in the list stays 0 for ever.
    with torch.no_grad():
        for parameter, velocity in zip(parameters, velocities):
            velocity = momentum * velocity + parameter.grad
            parameter -= lr * velocity
Wrong: It steps along the velocity of the step before: one gradient late.
    with torch.no_grad():
        for parameter, velocity in zip(parameters, velocities):
            parameter -= lr * velocity
            velocity.mul_(momentum).add_(parameter.grad)
Wrong: The new gradient must not fade as well before it has been used.
    with torch.no_grad():
        for parameter, velocity in zip(parameters, velocities):
            velocity.add_(parameter.grad).mul_(momentum)
            parameter -= lr * velocity
Right:
    with torch.no_grad():
        for i, parameter in enumerate(parameters):
            velocities[i] = momentum * velocities[i] + parameter.grad
            parameter.sub_(velocities[i], alpha=lr)
Right:
    with torch.no_grad():
        for parameter, velocity in zip(parameters, velocities):
            velocity *= momentum
            velocity += parameter.grad
            parameter -= lr * velocity
Right:
    with torch.no_grad():
        for i in range(len(velocities)):
            velocities[i].mul_(momentum).add_(parameters[i].grad)
        for i in range(len(velocities)):
            parameters[i] -= lr * velocities[i]
Ban: optim, SGD, sgd
See: torch.optim.SGD
"""

import copy

import pytest
import torch
from torch import nn


def momentum_step(parameters, velocities, lr, momentum):
    """Take SGD's step with momentum; `velocities` is a list of tensors, 0 at first."""
    # blank: update each velocity and keep it, then step along it
    with torch.no_grad():
        for parameter, velocity in zip(parameters, velocities):
            velocity.mul_(momentum).add_(parameter.grad)
            parameter -= lr * velocity
    # end


@pytest.mark.parametrize("momentum", [0.5, 0.9])
def test_thirty_steps_are_those_of_torch(device, momentum):
    ours = nn.Sequential(nn.Linear(3, 4), nn.Tanh(), nn.Linear(4, 2))
    ours = ours.to(device, torch.float64)
    theirs = copy.deepcopy(ours)
    velocities = [torch.zeros_like(p) for p in ours.parameters()]
    optimizer = torch.optim.SGD(theirs.parameters(), lr=0.1, momentum=momentum)
    for step in range(30):
        x = torch.randn(6, 3, dtype=torch.float64).to(device)
        for model in (ours, theirs):
            model.zero_grad()
            (model(x) - x[:, :2]).square().mean().backward()
        lr = optimizer.param_groups[0]["lr"] = 0.1 / (1 + step % 4)  # a schedule
        momentum_step(list(ours.parameters()), velocities, lr, momentum)
        optimizer.step()

    torch.testing.assert_close(list(ours.parameters()), list(theirs.parameters()))
    theirs_kept = [optimizer.state[p]["momentum_buffer"] for p in theirs.parameters()]
    torch.testing.assert_close(velocities, theirs_kept)
