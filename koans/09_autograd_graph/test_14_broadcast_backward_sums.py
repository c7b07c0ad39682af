"""What broadcasting repeats forward, backward adds up.

A bias of shape (3,) is added to every row: one number, used once per row. Each
use has its own slope, and they all belong to the one number. So backward sums
over the repeated dim, and the gradient has the shape of its leaf again. This
is why a bias learns from the whole batch.
"""

import torch

from koans import __


def test_each_gradient_has_the_shape_of_its_leaf(device):
    readings = torch.rand(2, 3, device=device)
    bias = torch.zeros(3, device=device, requires_grad=True)
    offset = torch.zeros(2, 1, device=device, requires_grad=True)
    importance = torch.tensor([[1.0, 2.0, 3.0], [10.0, 20.0, 30.0]], device=device)

    scores = readings + bias + offset
    loss = (scores * importance).sum()
    loss.backward()
    assert [bias.grad.tolist(), offset.grad.tolist()] == __
