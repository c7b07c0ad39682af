"""Clip after backward has filled the gradients, before step has used them.

One bad batch, an outlier or a spike, can have a gradient a thousand times as
long as usual, and one step along it undoes an hour of training. Clipped, the
batch still says where to go, but not how far: a step of SGD is at most
`lr * max_norm` long. Before backward there is nothing to clip, and after step it
is too late; neither is an error.

Hint: The five lines of a step are now six. Who writes `.grad`, who reads it?
Hint: `nn.utils.clip_grad_norm_` looks at all parameters and returns the norm.
Hint: loss, zero_grad, backward, clip, step
Wrong: Before backward there are no gradients yet: the full length is stepped.
    loss = loss_fn(model(x), y)
    optimizer.zero_grad()
    norm = nn.utils.clip_grad_norm_(model.parameters(), max_norm)
    loss.backward()
    optimizer.step()
Wrong: After the step, the weights have already gone all the way.
    loss = loss_fn(model(x), y)
    optimizer.zero_grad()
    loss.backward()
    optimizer.step()
    norm = nn.utils.clip_grad_norm_(model.parameters(), max_norm)
Wrong: Each tensor by itself may be `max_norm` long: together they are longer, and bent.
    loss = loss_fn(model(x), y)
    optimizer.zero_grad()
    loss.backward()
    norms = [nn.utils.clip_grad_norm_(p, max_norm) for p in model.parameters()]
    norm = torch.stack(norms).norm()
    optimizer.step()
Wrong: That cuts single elements; the length is still not bounded by `max_norm`.
    loss = loss_fn(model(x), y)
    optimizer.zero_grad()
    loss.backward()
    norm = nn.utils.get_total_norm([p.grad for p in model.parameters()])
    nn.utils.clip_grad_value_(model.parameters(), max_norm)
    optimizer.step()
Wrong: A clamped loss is flat: where it is cut off, the batch says nothing at all.
    loss = loss_fn(model(x), y).clamp(max=max_norm)
    optimizer.zero_grad()
    loss.backward()
    norm = nn.utils.clip_grad_norm_(model.parameters(), max_norm)
    optimizer.step()
Wrong: Nobody clears: the last gradient, already clipped, is added to this one.
    loss = loss_fn(model(x), y)
    loss.backward()
    norm = nn.utils.clip_grad_norm_(model.parameters(), max_norm)
    optimizer.step()
Wrong: Scaled to `max_norm` always, small gradients are blown up as well.
    loss = loss_fn(model(x), y)
    optimizer.zero_grad()
    loss.backward()
    norm = nn.utils.get_total_norm([p.grad for p in model.parameters()])
    for parameter in model.parameters():
        parameter.grad *= max_norm / norm
    optimizer.step()
Right:
    optimizer.zero_grad()
    loss_fn(model(x), y).backward()
    norm = torch.nn.utils.clip_grad_norm_(list(model.parameters()), max_norm)
    optimizer.step()
Right:
    loss_fn(model(x), y).backward()
    norm = nn.utils.get_total_norm([p.grad for p in model.parameters()])
    nn.utils.clip_grads_with_norm_(model.parameters(), max_norm, norm)
    optimizer.step()
    optimizer.zero_grad()
Right:
    optimizer.zero_grad()
    loss_fn(model(x), y).backward()
    norm = torch.cat([p.grad.flatten() for p in model.parameters()]).norm()
    for parameter in model.parameters():
        parameter.grad *= (max_norm / norm).clamp(max=1)
    optimizer.step()
See: torch.nn.utils.clip_grad_norm_
"""

import pytest
import torch
import torch.nn.functional as F
from torch import nn


def clipped_step(model, loss_fn, optimizer, x, y, max_norm):
    """Take a step on one batch; return the norm of its gradient before clipping."""
    # blank: loss, clear, backward, norm = clip to max_norm, step
    loss = loss_fn(model(x), y)
    optimizer.zero_grad()
    loss.backward()
    norm = nn.utils.clip_grad_norm_(model.parameters(), max_norm)
    optimizer.step()
    # end
    return norm.item()


@pytest.mark.parametrize("max_norm", [0.1, 1.0, 50.0])
def test_each_step_has_its_direction_and_at_most_its_length(device, max_norm):
    model = nn.Linear(5, 2).to(device)
    optimizer = torch.optim.SGD(model.parameters(), lr=0.1)
    weight, bias = model.weight.detach().clone(), model.bias.detach().clone()
    for size in (1, 1, 1000, 1):  # the third batch is a spike
        x, y = torch.randn(6, 5).to(device), size * torch.randn(6, 2).to(device)
        norm = clipped_step(model, F.mse_loss, optimizer, x, y, max_norm)

        error = x @ weight.T + bias - y
        slopes = [2 * error.T @ x / error.numel(), 2 * error.sum(dim=0) / error.numel()]
        expected = torch.cat([slope.flatten() for slope in slopes]).norm().item()
        assert norm == pytest.approx(expected, rel=1e-4)
        scale = min(1, max_norm / expected)
        weight -= 0.1 * scale * slopes[0]
        bias -= 0.1 * scale * slopes[1]
        torch.testing.assert_close(model.weight.detach(), weight, rtol=1e-4, atol=1e-5)
        torch.testing.assert_close(model.bias.detach(), bias, rtol=1e-4, atol=1e-5)
