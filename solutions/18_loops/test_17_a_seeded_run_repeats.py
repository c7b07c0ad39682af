"""A seed repeats a run only from the place where it is set.

Three things draw numbers here: the first weights, the order of the examples in
each epoch, and dropout. What is drawn before the seed is set differs from run to
run. What is drawn after it is the same every time, and so a seed set once per
epoch makes all epochs the same: one order, one set of dropped units, again and
again. The run looks reproducible, and learns from less than it could.

Hint: Which line draws the first random number of a run?
Hint: The seed belongs before that line, and nowhere else.
Hint: `torch.manual_seed(seed)`, then the model; the loop leaves the seed alone.
Wrong: The weights are drawn before the seed is set: they differ from run to run.
    model = build()
    optimizer = torch.optim.SGD(model.parameters(), lr=0.1)
    torch.manual_seed(seed)
    for _ in range(epochs):
        losses += train_epoch(model, optimizer, x, y)
Wrong: The run repeats, and so does every epoch: always the same order.
    torch.manual_seed(seed)
    model = build()
    optimizer = torch.optim.SGD(model.parameters(), lr=0.1)
    for _ in range(epochs):
        torch.manual_seed(seed)
        losses += train_epoch(model, optimizer, x, y)
Wrong: Each epoch has its own seed, and the weights are still drawn before all of them.
    model = build()
    optimizer = torch.optim.SGD(model.parameters(), lr=0.1)
    for epoch in range(epochs):
        torch.manual_seed(seed + epoch)
        losses += train_epoch(model, optimizer, x, y)
Wrong: Seed 0 whatever was asked for: there is only one run left.
    torch.manual_seed(0)
    model = build()
    optimizer = torch.optim.SGD(model.parameters(), lr=0.1)
    for _ in range(epochs):
        losses += train_epoch(model, optimizer, x, y)
Right:
    torch.random.manual_seed(seed)
    model = build()
    optimizer = torch.optim.SGD(model.parameters(), lr=0.1)
    for _ in range(epochs):
        losses.extend(train_epoch(model, optimizer, x, y))
Right:
    torch.manual_seed(seed)
    model = build()
    for _ in range(epochs):
        optimizer = torch.optim.SGD(model.parameters(), lr=0.1)
        losses += train_epoch(model, optimizer, x, y)
See: torch.manual_seed, torch.randperm
"""

import torch
import torch.nn.functional as F
from torch import nn


def train_epoch(model, optimizer, x, y):
    losses = []
    for batch in torch.randperm(len(x)).split(4):
        loss = F.mse_loss(model(x[batch]), y[batch])
        optimizer.zero_grad()
        loss.backward()
        optimizer.step()
        losses.append(loss.item())
    return losses


def run(seed, build, x, y, epochs):
    """Train a new model, in the way that belongs to this seed; return its losses."""
    losses = []
    # broken: the same seed gives the same run, and each epoch an order of its own
    # model = build()
    # optimizer = torch.optim.SGD(model.parameters(), lr=0.1)
    # for _ in range(epochs):
    #     torch.manual_seed(seed)
    #     losses += train_epoch(model, optimizer, x, y)
    torch.manual_seed(seed)
    model = build()
    optimizer = torch.optim.SGD(model.parameters(), lr=0.1)
    for _ in range(epochs):
        losses += train_epoch(model, optimizer, x, y)
    # end
    return losses


def test_one_seed_one_run(device):
    x, y = torch.randn(15, 3).to(device), torch.randn(15, 1).to(device)
    seen = []

    def build():
        layers = [nn.Linear(3, 20), nn.ReLU(), nn.Dropout(0.5), nn.Linear(20, 1)]
        model = nn.Sequential(*layers).to(device)
        model.register_forward_pre_hook(lambda module, args: seen.extend(args))
        return model

    torch.rand(7)
    first = run(5, build, x, y, epochs=3)
    order = torch.cat(seen)
    torch.rand(2)
    assert run(5, build, x, y, epochs=3) == first
    assert run(6, build, x, y, epochs=3) != first
    assert len(first) == 3 * 4
    epochs = order.split(15)
    assert [torch.equal(epochs[0], epoch) for epoch in epochs] == [True, False, False]
