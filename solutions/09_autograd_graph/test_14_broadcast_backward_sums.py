"""What broadcasting repeats forward, backward adds up.

A bias of shape (3,) is added to every row: one number, used once per row. Each
use has its own slope, and they all belong to the one number. So backward sums
over the repeated dim, and the gradient has the shape of its leaf again. This
is why a bias learns from the whole batch.

Hint: `importance` is the slope of the loss with respect to `scores`.
Hint: Over which dim was `bias` repeated, and over which `offset`?
Hint: `offset.grad` has two rows of one number each.
Wrong: The right sums, but `offset` has shape (2, 1) and so has its gradient.
    [[11.0, 22.0, 33.0], [6.0, 60.0]]
Wrong: Backward adds the slopes of all uses; it does not average them.
    [[5.5, 11.0, 16.5], [[2.0], [20.0]]]
Wrong: Exchanged: `bias` was repeated down the rows, `offset` along the columns.
    [[6.0, 60.0], [[11.0], [22.0], [33.0]]]
Wrong: That is the last use alone; all of them count.
    [[10.0, 20.0, 30.0], [[3.0], [30.0]]]
See: torch.Tensor.expand, torch.Tensor.sum_to_size
"""

import torch


def test_each_gradient_has_the_shape_of_its_leaf(device):
    readings = torch.rand(2, 3, device=device)
    bias = torch.zeros(3, device=device, requires_grad=True)
    offset = torch.zeros(2, 1, device=device, requires_grad=True)
    importance = torch.tensor([[1.0, 2.0, 3.0], [10.0, 20.0, 30.0]], device=device)

    scores = readings + bias + offset
    loss = (scores * importance).sum()
    loss.backward()
    assert [bias.grad.tolist(), offset.grad.tolist()] == [
        [11.0, 22.0, 33.0],
        [[6.0], [60.0]],
    ]  # blank
