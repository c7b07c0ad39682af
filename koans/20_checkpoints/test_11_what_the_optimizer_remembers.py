"""What an optimizer remembers is part of the run, too.

Momentum is a memory of past gradients; Adam has two such averages and counts its
steps. Load the weights alone, and they all start from nothing. Adam then takes
its first step at full length again, however flat it is by now: the loss jumps,
and the run may never get back to where it was. Plain SGD looks at the gradient
of this moment only, and so has nothing to lose.
"""

import torch
from torch.optim import SGD, Adam

from koans import __


def train(weight, optimizer, steps):
    """Take steps down a valley whose lowest point is at (3, -1)."""
    for _ in range(steps):
        loss = (weight - torch.tensor([3.0, -1.0])).square().sum()
        optimizer.zero_grad()
        loss.backward()
        optimizer.step()


def ends_as_if_uninterrupted(make_optimizer):
    straight = torch.zeros(2, requires_grad=True)
    train(straight, make_optimizer([straight]), steps=9)

    weight = torch.zeros(2, requires_grad=True)
    train(weight, make_optimizer([weight]), steps=5)
    loaded = weight.detach().clone().requires_grad_()  # the weights, nothing else
    train(loaded, make_optimizer([loaded]), steps=4)
    return torch.equal(loaded, straight)


def test_who_can_do_without_it():
    optimizers = [
        lambda weights: SGD(weights, lr=0.1),
        lambda weights: SGD(weights, lr=0.1, momentum=0.9),
        lambda weights: SGD(weights, lr=0.1, weight_decay=0.2),
        lambda weights: Adam(weights, lr=0.1),
    ]
    answers = [ends_as_if_uninterrupted(make) for make in optimizers]
    assert answers == __


def test_a_fresh_adam_jumps_out_of_the_valley():
    weight = torch.zeros(2, requires_grad=True)
    optimizer = Adam([weight], lr=0.1)
    train(weight, optimizer, steps=100)
    start = weight.detach().clone()
    train(weight, optimizer, steps=1)
    calm = (weight - start).norm().item()
    train(weight, Adam([weight], lr=0.1), steps=1)
    jump = (weight - start).norm().item()
    assert jump > 50 * calm
