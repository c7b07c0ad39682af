"""Gradient accumulation divides each loss by the number of micro-batches.

`backward` adds to `.grad`. The sum of four mean losses is four times the mean
over all examples, so without the division the step is four times too long: a
hidden learning rate that changes whenever you change the accumulation.
"""

import pytest
import torch
from torch import nn

from koans import __


def accumulated_step(model, loss_fn, optimizer, micro_batches):
    """Take one step on all micro-batches [(x, y), ...], as if on one batch."""
    __("clear, then forward and backward per micro-batch, then step")


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
