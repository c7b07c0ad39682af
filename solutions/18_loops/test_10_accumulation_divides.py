"""Gradient accumulation divides each loss by the number of micro-batches.

`backward` adds to `.grad`. The sum of four mean losses is four times the mean
over all examples, so without the division the step is four times too long: a
hidden learning rate that changes whenever you change the accumulation.

Hint: Clear once, call backward once per micro-batch, step once.
Hint: The mean over all is the mean of the equal parts' means.
Hint: `(loss_fn(model(x), y) / len(micro_batches)).backward()` inside the loop.
Wrong: The parts' gradients add up: this step is `len(micro_batches)` times too long.
    optimizer.zero_grad()
    for x, y in micro_batches:
        loss_fn(model(x), y).backward()
    optimizer.step()
Wrong: Clearing inside the loop keeps only the last micro-batch.
    for x, y in micro_batches:
        optimizer.zero_grad()
        (loss_fn(model(x), y) / len(micro_batches)).backward()
    optimizer.step()
Wrong: The loss is already a mean over its x: divide by the number of parts instead.
    optimizer.zero_grad()
    for x, y in micro_batches:
        (loss_fn(model(x), y) / len(x)).backward()
    optimizer.step()
Wrong: Stepping inside the loop moves the weights between the parts of one batch.
    for x, y in micro_batches:
        optimizer.zero_grad()
        (loss_fn(model(x), y) / len(micro_batches)).backward()
        optimizer.step()
Wrong: Nobody clears: the second batch also walks along the gradient of the first.
    for x, y in micro_batches:
        (loss_fn(model(x), y) / len(micro_batches)).backward()
    optimizer.step()
Wrong: One big batch needs all the memory that accumulation was to save.
    x, y = (torch.cat(parts) for parts in zip(*micro_batches))
    optimizer.zero_grad()
    loss_fn(model(x), y).backward()
    optimizer.step()
Wrong: Adding up the losses first keeps every graph alive until the one backward.
    optimizer.zero_grad()
    losses = [loss_fn(model(x), y) for x, y in micro_batches]
    torch.stack(losses).mean().backward()
    optimizer.step()
Wrong: A smaller lr makes up for it in plain SGD only: the gradient is still too long.
    optimizer.zero_grad()
    for x, y in micro_batches:
        loss_fn(model(x), y).backward()
    for group in optimizer.param_groups:
        group["lr"] /= len(micro_batches)
    optimizer.step()
    for group in optimizer.param_groups:
        group["lr"] *= len(micro_batches)
Right:
    for x, y in micro_batches:
        loss = loss_fn(model(x), y)
        (loss / len(micro_batches)).backward()
    optimizer.step()
    optimizer.zero_grad()
Right:
    optimizer.zero_grad()
    for x, y in micro_batches:
        loss_fn(model(x), y).backward()
    for parameter in model.parameters():
        parameter.grad /= len(micro_batches)
    optimizer.step()
Right:
    optimizer.zero_grad()
    total = sum(len(x) for x, _ in micro_batches)
    for x, y in micro_batches:
        (loss_fn(model(x), y) * len(x) / total).backward()
    optimizer.step()
See: torch.optim.Optimizer.zero_grad, torch.Tensor.backward
"""

import pytest
import torch
from torch import nn


def accumulated_step(model, loss_fn, optimizer, micro_batches):
    """Take one step on all micro-batches [(x, y), ...], as if on one batch."""
    # blank: clear, then forward and backward per micro-batch, then step
    optimizer.zero_grad()
    for x, y in micro_batches:
        loss = loss_fn(model(x), y) / len(micro_batches)
        loss.backward()
    optimizer.step()
    # end


@pytest.mark.parametrize(("parts", "size"), [(2, 4), (3, 5), (6, 2)])
def test_it_takes_the_step_of_one_big_batch(device, parts, size):
    model = nn.Linear(5, 1).to(device)
    weight, bias = model.weight.detach().clone(), model.bias.detach().clone()
    optimizer = torch.optim.SGD(model.parameters(), lr=0.1)
    events, steps = [], []
    model.register_forward_hook(lambda *_: events.append("forward"))
    model.weight.register_hook(lambda _: events.append("backward"))
    optimizer.register_step_pre_hook(lambda *_: events.append("step"))
    optimizer.register_step_pre_hook(lambda *_: steps.append(model.weight.grad.clone()))

    for _ in range(2):
        x = torch.randn(parts * size, 5).to(device)
        y = torch.randn(parts * size, 1).to(device)
        micro_batches = list(zip(x.split(size), y.split(size)))
        accumulated_step(model, nn.functional.mse_loss, optimizer, micro_batches)

        error = x @ weight.T + bias - y
        slope = 2 * error.T @ x / len(x)
        torch.testing.assert_close(steps[-1], slope)
        weight -= 0.1 * slope
        bias -= 0.1 * 2 * error.mean(dim=0)

    torch.testing.assert_close(model.weight.detach(), weight)
    torch.testing.assert_close(model.bias.detach(), bias)
    assert events == 2 * (parts * ["forward", "backward"] + ["step"])
