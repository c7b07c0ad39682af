"""An epoch seldom divides into full windows of accumulation.

Seven micro-batches in windows of three leave one over. A loop that steps at
every third one takes no step for it. Its slopes do not even go away: they stay
in `.grad` and bend the first step of the next epoch. And where the window is
longer than the epoch, the model never learns at all, while the loss still prints.

Hint: Which micro-batches make no step in an epoch of seven, which in one of two?
Hint: The last window needs its step too, and it is shorter: divide by its own length.
Hint: Walk in strides of `window`; the slice from there is as long as what is left.
Wrong: The step is made, yet divided by the full window: it is too short.
    for number, (x, y) in enumerate(micro_batches, start=1):
        (loss_fn(model(x), y) / window).backward()
        if number % window == 0 or number == len(micro_batches):
            optimizer.step()
            optimizer.zero_grad()
Wrong: Clearing the rest keeps the next epoch clean, and throws examples away.
    for number, (x, y) in enumerate(micro_batches, start=1):
        (loss_fn(model(x), y) / window).backward()
        if number % window == 0:
            optimizer.step()
            optimizer.zero_grad()
    optimizer.zero_grad()
Wrong: A step for every micro-batch is no accumulation.
    for x, y in micro_batches:
        loss_fn(model(x), y).backward()
        optimizer.step()
        optimizer.zero_grad()
Wrong: Without a clear each window still carries the slopes of those before it.
    for start in range(0, len(micro_batches), window):
        group = micro_batches[start : start + window]
        for x, y in group:
            (loss_fn(model(x), y) / len(group)).backward()
        optimizer.step()
Right:
    rest = len(micro_batches) % window
    for number, (x, y) in enumerate(micro_batches, start=1):
        last = number > len(micro_batches) - rest
        (loss_fn(model(x), y) / (rest if last else window)).backward()
        if number % window == 0 or number == len(micro_batches):
            optimizer.step()
            optimizer.zero_grad()
Right:
    left = list(micro_batches)
    while left:
        group, left = left[:window], left[window:]
        optimizer.zero_grad()
        for x, y in group:
            loss = loss_fn(model(x), y) / len(group)
            loss.backward()
        optimizer.step()
See: torch.optim.Optimizer.step, torch.optim.Optimizer.zero_grad
"""

import pytest
import torch
import torch.nn.functional as F
from torch import nn


def train_epoch(model, loss_fn, optimizer, micro_batches, window):
    """Take a step for every `window` micro-batches [(x, y), ...], and for the rest."""
    # broken: each micro-batch has its part in a step of its own epoch
    # for number, (x, y) in enumerate(micro_batches, start=1):
    #     (loss_fn(model(x), y) / window).backward()
    #     if number % window == 0:
    #         optimizer.step()
    #         optimizer.zero_grad()
    for start in range(0, len(micro_batches), window):
        group = micro_batches[start : start + window]
        for x, y in group:
            (loss_fn(model(x), y) / len(group)).backward()
        optimizer.step()
        optimizer.zero_grad()
    # end


@pytest.mark.parametrize(
    ("parts", "window", "groups"),
    [(7, 3, [3, 3, 1]), (5, 3, [3, 2]), (6, 2, [2, 2, 2]), (3, 4, [3])],
)
def test_each_window_is_one_step_on_all_its_examples(device, parts, window, groups):
    x, y = torch.randn(2 * parts, 4).to(device), torch.randn(2 * parts, 1).to(device)
    model = nn.Linear(4, 1, bias=False).to(device)
    optimizer = torch.optim.SGD(model.parameters(), lr=0.1)
    weight, steps = model.weight.detach().clone(), []
    optimizer.register_step_pre_hook(lambda *_: steps.append(model.weight.grad))

    for _ in range(2):
        micro_batches = list(zip(x.split(2), y.split(2)))
        train_epoch(model, F.mse_loss, optimizer, micro_batches, window)
        sizes = [2 * group for group in groups]
        for images, targets in zip(x.split(sizes), y.split(sizes)):
            error = images @ weight.T - targets
            weight -= 0.1 * 2 * error.T @ images / len(images)

    assert sum(slopes is not None for slopes in steps) == 2 * len(groups)
    torch.testing.assert_close(model.weight.detach(), weight)
