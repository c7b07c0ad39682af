"""Two shuffles are two orders: examples and labels need the same one.

Shuffle x and y each on its own, and every image gets another image's label.
Shapes and counts are right, nothing raises, and training learns nothing. A
shuffle is an index: draw it once and use it for every tensor that belongs
together. All orders have to be possible, and each call draws another one.
"""

import pytest
import torch

from koans import __


def shuffled(x, y):
    """Return x (N, ...) and y (N, ...) in one random order, another for each call."""
    __("the same random order for both")
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
