"""An optimizer steps on what lies in `.grad` at that moment.

`step` knows nothing of losses or batches. It takes the gradients that it finds;
where it finds None, it passes by without a word. So the order of the lines is
all that ties a step to its batch. In a wrong order nothing raises, the loss
still prints, and the model learns nothing, or from the wrong batch.

Hint: After each of the four lines, what lies in `.grad`?
Hint: Between `backward`, which fills it, and `step`, which reads it, nothing may clear.
Hint: Clear before backward, or after the step.
Wrong: It steps before the slopes are there, and clears them before they are used.
    optimizer.zero_grad()
    loss = loss_fn(model(x), y)
    optimizer.step()
    loss.backward()
Wrong: That is one batch late: each step goes down the slope of the batch before.
    loss = loss_fn(model(x), y)
    optimizer.step()
    optimizer.zero_grad()
    loss.backward()
Wrong: Nothing is cleared: each step also goes down the slopes of all former batches.
    loss = loss_fn(model(x), y)
    loss.backward()
    optimizer.step()
Wrong: The second clear throws the slopes away before the step can use them.
    optimizer.zero_grad()
    loss = loss_fn(model(x), y)
    loss.backward()
    optimizer.zero_grad()
    optimizer.step()
Wrong: The second step goes the same way again: the learning rate is doubled.
    optimizer.zero_grad()
    loss = loss_fn(model(x), y)
    loss.backward()
    optimizer.step()
    optimizer.step()
Right:
    loss = loss_fn(model(x), y)
    loss.backward()
    optimizer.step()
    optimizer.zero_grad()
Right:
    optimizer.zero_grad()
    loss = loss_fn(model(x), y)
    loss.backward()
    optimizer.step()
Right:
    model.zero_grad()
    loss = loss_fn(model(x), y)
    loss.backward()
    optimizer.step()
See: torch.optim.Optimizer.step, torch.optim.Optimizer.zero_grad
"""

import torch
import torch.nn.functional as F
from torch import nn


def train_epoch(model, loss_fn, optimizer, batches):
    """Take one step per batch (x, y), down its own slope; return the losses."""
    losses = []
    for x, y in batches:
        # broken: each step goes down the slope of its own batch, and of no other
        # loss = loss_fn(model(x), y)
        # loss.backward()
        # optimizer.zero_grad()
        # optimizer.step()
        loss = loss_fn(model(x), y)
        optimizer.zero_grad()
        loss.backward()
        optimizer.step()
        # end
        losses.append(loss.item())
    return losses


def batches_of(sizes, weight, device):
    inputs = [torch.randn(size, len(weight)).to(device) for size in sizes]
    return [(x, x @ weight) for x in inputs]


def test_each_batch_goes_forward_backward_and_makes_its_step(device):
    batches = batches_of([6, 3, 5], torch.randn(4, 1).to(device), device)
    model = nn.Linear(4, 1, bias=False).to(device)
    optimizer = torch.optim.SGD(model.parameters(), lr=0.1)
    weight, events = model.weight.detach().clone(), []
    model.register_forward_hook(lambda *_: events.append("forward"))
    model.weight.register_hook(lambda _: events.append("backward"))
    optimizer.register_step_pre_hook(lambda *_: events.append("step"))

    train_epoch(model, F.mse_loss, optimizer, batches)

    assert events == 3 * ["forward", "backward", "step"]
    for x, y in batches:
        weight -= 0.1 * 2 * (x @ weight.T - y).T @ x / len(x)
    torch.testing.assert_close(model.weight.detach(), weight)


def test_the_model_finds_the_weights_behind_the_data(device):
    true_weight = torch.tensor([[2.0], [-1.0], [0.5]], device=device)
    batches = batches_of([16, 16, 16, 16], true_weight, device)
    model = nn.Linear(3, 1, bias=False).to(device)
    optimizer = torch.optim.SGD(model.parameters(), lr=0.1)

    losses = [train_epoch(model, F.mse_loss, optimizer, batches) for _ in range(20)]

    assert losses[-1][-1] < 0.001 * losses[0][0]
    torch.testing.assert_close(
        model.weight.detach(), true_weight.T, rtol=0.01, atol=0.01
    )
