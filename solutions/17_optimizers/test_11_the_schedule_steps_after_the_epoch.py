"""The schedule steps after the optimizer, once in every epoch.

    epoch 0                     epoch 1
    step step step | schedule   step step step | schedule        3 batches
    0.4  0.4  0.4      x 1/2    0.2  0.2  0.2      x 1/2

`scheduler.step()` says "what follows runs at the next rate". Called first, it
throws the first rate away; torch then warns, once. Called after each batch, a
schedule meant for 30 epochs is over within 30 batches: nothing warns of that.

Hint: Inside the loop over the batches: the usual five lines.
Hint: The schedule's line is not one of them: how far is it indented?
Hint: After the inner loop, at the level of its `for`: `scheduler.step()`
Wrong: The schedule steps before the epoch: the first rate is never used.
    scheduler.step()
    for x, y in batches:
        loss = loss_fn(model(x), y)
        optimizer.zero_grad()
        loss.backward()
        optimizer.step()
Wrong: Once per batch: three batches in, the rate is an eighth of the first.
    for x, y in batches:
        loss = loss_fn(model(x), y)
        optimizer.zero_grad()
        loss.backward()
        optimizer.step()
        scheduler.step()
Wrong: Nobody steps the schedule: the rate stays what it was.
    for x, y in batches:
        loss = loss_fn(model(x), y)
        optimizer.zero_grad()
        loss.backward()
        optimizer.step()
Wrong: The scheduler does not step the optimizer: the weights stand still.
    for x, y in batches:
        loss = loss_fn(model(x), y)
        optimizer.zero_grad()
        loss.backward()
    scheduler.step()
Wrong: The epoch's gradients pile up for one step, and the batches were many.
    optimizer.zero_grad()
    for x, y in batches:
        loss_fn(model(x), y).backward()
    optimizer.step()
    scheduler.step()
Right:
    for x, y in batches:
        optimizer.zero_grad()
        loss = loss_fn(model(x), y)
        loss.backward()
        optimizer.step()
    scheduler.step()
Right:
    for x, y in batches:
        loss_fn(model(x), y).backward()
        optimizer.step()
        optimizer.zero_grad()
    scheduler.step()
See: torch.optim.lr_scheduler.StepLR, torch.optim.Optimizer.step
"""

import pytest
import torch
import torch.nn.functional as F
from torch import nn


def train(model, loss_fn, optimizer, scheduler, batches, epochs):
    """Take a step on each batch (x, y); the schedule counts epochs."""
    for _ in range(epochs):
        # blank: one epoch: a step of the optimizer per batch, then the schedule's
        for x, y in batches:
            loss = loss_fn(model(x), y)
            optimizer.zero_grad()
            loss.backward()
            optimizer.step()
        scheduler.step()
        # end


@pytest.mark.parametrize("count", [2, 3])
def test_the_rate_holds_for_an_epoch(device, count):
    model = nn.Linear(4, 1, bias=False).to(device)
    weight = model.weight.detach().clone()
    optimizer = torch.optim.SGD(model.parameters(), lr=0.4)
    scheduler = torch.optim.lr_scheduler.StepLR(optimizer, step_size=1, gamma=0.5)
    inputs = [torch.randn(6 + i, 4).to(device) for i in range(count)]
    batches = [(x, x.sum(dim=1, keepdim=True)) for x in inputs]
    rates = []
    optimizer.register_step_pre_hook(
        lambda *_: rates.append(optimizer.param_groups[0]["lr"])
    )

    train(model, F.mse_loss, optimizer, scheduler, batches, epochs=3)

    assert rates == count * [0.4] + count * [0.2] + count * [0.1]
    for rate, (x, y) in zip(rates, 3 * batches):
        weight -= rate * 2 * (x @ weight.T - y).T @ x / len(x)
    torch.testing.assert_close(model.weight.detach(), weight)
