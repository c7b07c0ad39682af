"""Adding up losses adds up their graphs.

A loss is a number with a graph behind it, and the graph holds every tensor that
backward would need. `total += loss` records one more addition, so the total
holds the graphs of all batches. Memory grows with each batch, and after hours
the run dies in a line that is innocent. A log wants numbers.

Hint: What does `total` hold on to, once it has been added to a loss?
Hint: Take the number out of the loss, or let no graph come into being.
Hint: `total += loss_fn(batch).item()`
Wrong: The name is gone, but the total still holds the graph of every loss.
    loss = loss_fn(batch)
    total += loss
    del loss
Wrong: A clone is recorded like any other operation: it hangs on the same graph.
    total += loss_fn(batch).clone()
Wrong: `detach` returns another tensor; `total` itself is as it was.
    total += loss_fn(batch)
    total.detach() if torch.is_tensor(total) else total
Wrong: A result of the graph cannot be told to leave it: torch raises.
    total += loss_fn(batch).requires_grad_(False)
Wrong: The last loss is not the total.
    total = loss_fn(batch).item()
Right:
    total += loss_fn(batch).detach()
Right:
    with torch.no_grad():
        total += loss_fn(batch)
Right:
    total += float(loss_fn(batch))
Right:
    total += float(loss_fn(batch).detach())
Right:
    with torch.inference_mode():
        total += loss_fn(batch).item()
See: torch.Tensor.item, torch.Tensor.detach, torch.no_grad
"""

import weakref

import pytest
import torch


def average_loss(loss_fn, batches):
    """Return the mean of loss_fn(batch) over the batches, to be logged."""
    total = 0.0
    for batch in batches:
        # broken: keep the number and let go of the graph
        # total += loss_fn(batch)
        total += loss_fn(batch).item()
        # end
    return total / len(batches)


class Saved:
    """Wraps one tensor that autograd saves; lives as long as the graph does."""

    def __init__(self, tensor):
        self.tensor = tensor.detach()  # with its history it would hold itself alive


# One right answer makes torch warn. Here it is silenced.
@pytest.mark.essential
@pytest.mark.filterwarnings("ignore:Converting a tensor")
@pytest.mark.parametrize("count", [4, 9])
def test_memory_does_not_grow_with_the_batches(device, count):
    weights = torch.randn(3, 2).to(device).requires_grad_()
    batches = torch.randn(count, 5, 3).to(device)
    alive, held = weakref.WeakSet(), []

    def pack(tensor):
        saved = Saved(tensor)
        alive.add(saved)
        return saved

    def loss_fn(batch):
        held.append(len(alive))  # saved tensors that earlier batches still hold
        return (batch @ weights).tanh().square().mean()

    with torch.autograd.graph.saved_tensors_hooks(pack, lambda saved: saved.tensor):
        average = average_loss(loss_fn, batches)

    expected = (batches @ weights).tanh().square().mean()
    assert float(average) == pytest.approx(expected.item(), rel=1e-4)
    assert held[-1] <= held[1], "the graphs of all batches are still alive"
    assert not torch.as_tensor(average).requires_grad
