"""Micro-batches of one shape may hold very different numbers of targets.

Texts are padded to one length, and a padded place, marked -100, is no target.
Take the mean over each micro-batch and then the mean of these means, and a
target in a short text pulls harder than one in a long text. Trainers that half
the world used did so until 2024, before somebody compared an accumulated run
with a full batch. A part may even have no target at all: its mean is 0 / 0.

Hint: What would the loss of one big batch divide by?
Hint: Count the targets of all parts first: `(y != -100).sum()`.
Hint: In each part `reduction="sum"`, divided by that count; then backward.
Wrong: Every part counts the same, whether it holds two targets or twenty.
    optimizer.zero_grad()
    for x, y in micro_batches:
        loss = F.cross_entropy(model(x).flatten(0, 1), y.flatten())
        (loss / len(micro_batches)).backward()
    optimizer.step()
Wrong: `numel` also counts the padding: the step is too short.
    total = sum(y.numel() for _, y in micro_batches)
    optimizer.zero_grad()
    for x, y in micro_batches:
        loss = F.cross_entropy(
            model(x).flatten(0, 1), y.flatten(), reduction="sum"
        )
        (loss / total).backward()
    optimizer.step()
Wrong: Undivided sums: the step grows with the number of targets.
    optimizer.zero_grad()
    for x, y in micro_batches:
        F.cross_entropy(
            model(x).flatten(0, 1), y.flatten(), reduction="sum"
        ).backward()
    optimizer.step()
Wrong: Right, and all the parts are in memory at once: accumulation was to avoid that.
    x, y = (torch.cat(parts) for parts in zip(*micro_batches))
    optimizer.zero_grad()
    F.cross_entropy(model(x).flatten(0, 1), y.flatten()).backward()
    optimizer.step()
Right:
    total = sum((y != -100).sum() for _, y in micro_batches)
    for x, y in micro_batches:
        loss = F.cross_entropy(model(x).transpose(1, 2), y, reduction="sum") / total
        loss.backward()
    optimizer.step()
    optimizer.zero_grad()
Right:
    optimizer.zero_grad()
    total = 0
    for x, y in micro_batches:
        target = y != -100
        total += target.sum()
        F.cross_entropy(model(x)[target], y[target], reduction="sum").backward()
    for parameter in model.parameters():
        parameter.grad /= total
    optimizer.step()
Right:
    counts = [(y != -100).sum() for _, y in micro_batches]
    optimizer.zero_grad()
    for (x, y), count in zip(micro_batches, counts):
        loss = F.cross_entropy(model(x).flatten(0, 1), y.flatten())
        (loss * count / sum(counts)).backward()
    optimizer.step()
See: torch.nn.functional.cross_entropy
"""

import pytest
import torch
import torch.nn.functional as F
from torch import nn


def accumulated_step(model, optimizer, micro_batches):
    """Take one step on micro-batches [(x, y), ...], as on all of them together.

    model(x) gives logits (texts, length, classes); y (texts, length) is -100 where
    there is no target.
    """
    # blank: clear; forward and backward for each part; one step
    total = sum((y != -100).sum() for _, y in micro_batches)
    optimizer.zero_grad()
    for x, y in micro_batches:
        logits = model(x)
        loss = F.cross_entropy(logits.flatten(0, 1), y.flatten(), reduction="sum")
        (loss / total).backward()
    optimizer.step()
    # end


@pytest.mark.parametrize("targets", [[1, 14], [3, 0, 8], [2, 15, 5, 1]])
def test_it_is_the_step_of_the_full_batch(device, targets):
    model = nn.Linear(4, 6).to(device)
    optimizer = torch.optim.SGD(model.parameters(), lr=0.5)
    micro_batches = []
    for count in targets:
        y = torch.full((3, 5), -100)
        y.view(-1)[torch.randperm(15)[:count]] = torch.randint(6, (count,))
        micro_batches.append((torch.randn(3, 5, 4).to(device), y.to(device)))
    x, y = (torch.cat(parts) for parts in zip(*micro_batches))
    loss = F.cross_entropy(model(x)[y != -100], y[y != -100])
    slopes = torch.autograd.grad(loss, model.parameters())
    expected = [p.detach() - 0.5 * s for p, s in zip(model.parameters(), slopes)]
    events = []
    model.register_forward_hook(lambda *_: events.append("forward"))
    model.bias.register_hook(lambda _: events.append("backward"))
    optimizer.register_step_pre_hook(lambda *_: events.append("step"))

    accumulated_step(model, optimizer, micro_batches)

    assert events == len(targets) * ["forward", "backward"] + ["step"]
    torch.testing.assert_close([p.detach() for p in model.parameters()], expected)
