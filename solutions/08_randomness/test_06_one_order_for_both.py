"""Two shuffles are two orders: examples and labels need the same one.

Shuffle x and y each on its own, and every image gets another image's label.
Shapes and counts are right, nothing raises, and training learns nothing. A
shuffle is an index: draw it once and use it for every tensor that belongs
together. All orders have to be possible, and each call draws another one.

Hint: How often may `torch.randperm` be called?
Hint: `x[order]` picks rows by a list of row numbers.
Hint: `order = torch.randperm(len(x))`, and both are indexed with it.
Wrong: Two calls, two orders: every label belongs to another example now.
    x = x[torch.randperm(len(x))]
    y = y[torch.randperm(len(y))]
Wrong: x has a new order, and y has the old one.
    x = x[torch.randperm(len(x))]
Wrong: `randint` draws some examples twice and leaves others out.
    order = torch.randint(len(x), (len(x),))
    x, y = x[order], y[order]
Wrong: The pairs are right, but every call shuffles alike, and resets the stream.
    torch.manual_seed(0)
    x = x[torch.randperm(len(x))]
    torch.manual_seed(0)
    y = y[torch.randperm(len(y))]
Wrong: A rotation keeps the neighbours: most orders never come.
    shift = torch.randint(len(x), ()).item()
    x, y = x.roll(shift, dims=0), y.roll(shift, dims=0)
Right:
    order = torch.randperm(len(y)).tolist()
    x, y = x[order], y[order]
Right:
    order = torch.rand(len(x), device=x.device).argsort()
    x, y = x[order], y[order]
Right:
    order = torch.randperm(len(x), device=x.device)
    x, y = x.index_select(0, order), y.index_select(0, order)
See: torch.randperm
"""

import pytest
import torch


def shuffled(x, y):
    """Return x (N, ...) and y (N, ...) in one random order, another for each call."""
    # blank: the same random order for both
    order = torch.randperm(len(x), device=x.device)
    x, y = x[order], y[order]
    # end
    return x, y


@pytest.mark.essential
@pytest.mark.parametrize("count", [4, 50])
def test_every_example_keeps_its_label(device, count):
    x = torch.arange(3 * count, device=device).reshape(count, 3)
    inputs, labels = shuffled(x, x.sum(dim=1))
    assert inputs.sum(dim=1).tolist() == labels.tolist()
    assert labels.sort().values.tolist() == x.sum(dim=1).tolist()


@pytest.mark.essential
def test_every_order_comes_up(device):
    x = torch.arange(3, device=device)
    orders = {tuple(shuffled(x, x)[0].tolist()) for _ in range(200)}
    assert len(orders) == 6
