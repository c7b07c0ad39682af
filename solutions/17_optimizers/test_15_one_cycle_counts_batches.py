r"""OneCycleLR counts batches: its cycle is as long as the whole training.

    rate      /\___               up for the first 30 % of `total_steps`,
          ___/     \______        then down to almost nothing

It wants a step after every batch; most schedules are stepped once an epoch. If
this one is, 6 of its 120 steps are made, and the rate stays near the bottom of
the climb. Nothing warns; the model only seems hard to train.

Hint: Print the rate in each epoch: how far does it get on its way to `max_lr`?
Hint: `total_steps` is epochs * len(batches). Who has to make that many steps?
Hint: `scheduler.step()` belongs in the loop over the batches.
Wrong: Before the optimizer, the first rate is skipped; torch warns of this order.
    for x, y in batches:
        loss = loss_fn(model(x), y)
        optimizer.zero_grad()
        loss.backward()
        scheduler.step()
        optimizer.step()
Wrong: Both places are one step too many per epoch: the cycle ends too early.
    for x, y in batches:
        loss = loss_fn(model(x), y)
        optimizer.zero_grad()
        loss.backward()
        optimizer.step()
        scheduler.step()
    if scheduler.last_epoch < scheduler.total_steps:
        scheduler.step()
Wrong: All the steps at once, after the epoch: within it, the rate stands still.
    for x, y in batches:
        loss = loss_fn(model(x), y)
        optimizer.zero_grad()
        loss.backward()
        optimizer.step()
    for _ in batches:
        scheduler.step()
Wrong: A new cycle in each epoch: the rate goes up and down as many times.
    scheduler = OneCycleLR(optimizer, max_lr=0.1, total_steps=len(batches))
    for x, y in batches:
        loss = loss_fn(model(x), y)
        optimizer.zero_grad()
        loss.backward()
        optimizer.step()
        scheduler.step()
Right:
    for x, y in batches:
        optimizer.zero_grad()
        loss_fn(model(x), y).backward()
        optimizer.step()
        scheduler.step()
See: torch.optim.lr_scheduler.OneCycleLR
"""

import pytest
import torch
import torch.nn.functional as F
from torch import nn
from torch.optim.lr_scheduler import OneCycleLR


def train(model, loss_fn, optimizer, batches, epochs):
    """Train under one cycle of the learning rate, from the first batch to the last."""
    total_steps = epochs * len(batches)
    scheduler = OneCycleLR(optimizer, max_lr=0.1, total_steps=total_steps)
    for _ in range(epochs):
        # broken: the rate climbs to `max_lr` and is back at the bottom at the end
        # for x, y in batches:
        #     loss = loss_fn(model(x), y)
        #     optimizer.zero_grad()
        #     loss.backward()
        #     optimizer.step()
        # scheduler.step()
        for x, y in batches:
            loss = loss_fn(model(x), y)
            optimizer.zero_grad()
            loss.backward()
            optimizer.step()
            scheduler.step()
        # end


@pytest.mark.parametrize(("epochs", "count"), [(6, 20), (3, 5)])
def test_the_cycle_ends_with_the_training(device, epochs, count):
    x = torch.randn(count, 8, 4).to(device)
    batches = list(zip(x, x @ torch.tensor([[3.0], [-2.0], [1.0], [2.0]]).to(device)))
    model = nn.Linear(4, 1).to(device)
    optimizer = torch.optim.AdamW(model.parameters())
    rates = []
    optimizer.register_step_pre_hook(
        lambda *_: rates.append(optimizer.param_groups[0]["lr"])
    )

    train(model, F.mse_loss, optimizer, batches, epochs)

    alone = torch.optim.AdamW([torch.zeros(1, requires_grad=True)])
    cycle, expected = OneCycleLR(alone, max_lr=0.1, total_steps=epochs * count), []
    for _ in range(epochs * count):
        expected.append(alone.param_groups[0]["lr"])
        alone.step()
        cycle.step()
    assert rates == pytest.approx(expected)


def test_the_model_arrives(device):
    x = torch.randn(20, 8, 4).to(device)
    goal = torch.tensor([[3.0], [-2.0], [1.0], [2.0]], device=device)
    model = nn.Linear(4, 1).to(device)
    optimizer = torch.optim.AdamW(model.parameters())
    train(model, F.mse_loss, optimizer, list(zip(x, x @ goal)), epochs=6)
    loss = F.mse_loss(model(x), x @ goal)
    assert loss < 2  # 0.25 or less with 50 seeds; broken, over 6
