"""Five lines train any model, and each needs what the one before it left.

    forward     logits, and the graph that made them
    loss        one number at the end of that graph
    clear       no slopes of the batch before
    backward    the slope of the loss at every weight
    step        weights a little further down

The model, the loss and the data change from project to project; these do not.

Hint: Where do the images of this batch come from? `batch` holds their indices.
Hint: Cross-entropy wants the logits of this batch and the labels of this batch.
Hint: `loss = F.cross_entropy(model(x[batch]), y[batch])`, then clear, backward, step.
Wrong: That is the whole data set, once per batch: `batch` says which rows to take.
    loss = F.cross_entropy(model(x), y)
    optimizer.zero_grad()
    loss.backward()
    optimizer.step()
Wrong: The images are picked, the labels are not: each image gets a stranger's label.
    loss = F.cross_entropy(model(x[batch]), y[: len(batch)])
    optimizer.zero_grad()
    loss.backward()
    optimizer.step()
Wrong: The slopes are cleared before the step can use them: the weights stay put.
    loss = F.cross_entropy(model(x[batch]), y[batch])
    loss.backward()
    optimizer.zero_grad()
    optimizer.step()
Wrong: Nobody clears: each step also walks along the slopes of all batches before.
    loss = F.cross_entropy(model(x[batch]), y[batch])
    loss.backward()
    optimizer.step()
Wrong: Cross-entropy applies the softmax itself; behind a second one it learns slowly.
    loss = F.cross_entropy(model(x[batch]).softmax(dim=-1), y[batch])
    optimizer.zero_grad()
    loss.backward()
    optimizer.step()
Right:
    F.cross_entropy(model(x[batch]), y[batch]).backward()
    optimizer.step()
    optimizer.zero_grad()
Right:
    optimizer.zero_grad()
    log_probabilities = model(x[batch]).log_softmax(dim=-1)
    loss = F.nll_loss(log_probabilities, y[batch])
    loss.backward()
    optimizer.step()
See: torch.optim.Optimizer, torch.nn.functional.cross_entropy
"""

import pytest
import torch
import torch.nn.functional as F
from torch import nn


def train_epoch(model, optimizer, x, y, batch_size):
    """Take one step per batch of images x (N, pixels) and labels y (N,)."""
    for batch in torch.randperm(len(x)).split(batch_size):
        # blank: forward, loss, clear, backward, step
        loss = F.cross_entropy(model(x[batch]), y[batch])
        optimizer.zero_grad()
        loss.backward()
        optimizer.step()
        # end


@pytest.mark.essential
@pytest.mark.parametrize(("sizes", "classes"), [([3, 3, 1], 4), ([5], 2)])
def test_each_batch_makes_one_step_down_its_own_slope(device, sizes, classes):
    x = torch.randn(sum(sizes), 6).to(device)
    y = torch.randint(classes, (sum(sizes),)).to(device)
    model = nn.Linear(6, classes, bias=False).to(device)
    optimizer = torch.optim.SGD(model.parameters(), lr=0.5)
    weight = model.weight.detach().clone()
    batches, events = [], []
    model.register_forward_hook(lambda module, args, out: batches.append(args[0]))
    model.weight.register_hook(lambda _: events.append("backward"))
    optimizer.register_step_pre_hook(lambda *_: events.append("step"))

    train_epoch(model, optimizer, x, y, batch_size=sizes[0])

    assert [len(images) for images in batches] == sizes
    assert events == ["backward", "step"] * len(sizes)
    for images in batches:
        labels = y[(images[:, None] == x).all(dim=-1).int().argmax(dim=1)]
        error = (images @ weight.T).softmax(dim=-1) - F.one_hot(labels, classes)
        weight -= 0.5 * error.T @ images / len(images)
    torch.testing.assert_close(model.weight.detach(), weight)


@pytest.mark.essential
def test_it_learns_to_read(device, digits, unseen_digits):
    images, labels = (part.to(device) for part in digits)
    unseen, truth = (part.to(device) for part in unseen_digits)
    mlp = nn.Sequential(nn.Flatten(), nn.Linear(64, 32), nn.ReLU(), nn.Linear(32, 10))
    optimizer = torch.optim.Adam(mlp.to(device).parameters(), lr=0.01)
    for _ in range(4):
        train_epoch(mlp, optimizer, images, labels, batch_size=64)
    read = mlp(unseen).argmax(dim=-1)
    assert (read == truth).float().mean() > 0.8  # 50 seeds: at least 0.858
