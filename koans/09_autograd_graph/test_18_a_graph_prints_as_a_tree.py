"""A graph prints as a tree: under each operation, what it came from.

Backward starts at the top and follows every branch. Printed like this, a graph
answers the questions that a missing gradient raises: did this operation get
recorded, and does the road to the weight still exist? A node that two others
use stands under both of them.
"""

import torch

from koans import __


def tree_of(node, depth=0):
    """Return the lines of the tree at node, four spaces more at every step."""
    lines = [depth * "    " + type(node).__name__]
    __("add the tree of every input that has a node")
    return lines


def test_the_tree_of_a_loss(device):
    x = torch.rand(4, 3, device=device)
    weight = torch.rand(3, device=device, requires_grad=True)
    bias = torch.rand((), device=device, requires_grad=True)
    loss = (2 * (x * weight + bias).exp()).mean()

    assert tree_of(loss.grad_fn) == [
        "MeanBackward0",
        "    MulBackward0",
        "        ExpBackward0",
        "            AddBackward0",
        "                MulBackward0",
        "                    AccumulateGrad",
        "                AccumulateGrad",
    ]


def test_a_node_used_twice_stands_twice(device):
    weight = torch.rand(3, device=device, requires_grad=True)
    hidden = weight * weight

    assert tree_of((hidden.sin() - hidden).grad_fn) == [
        "SubBackward0",
        "    SinBackward0",
        "        MulBackward0",
        "            AccumulateGrad",
        "            AccumulateGrad",
        "    MulBackward0",
        "        AccumulateGrad",
        "        AccumulateGrad",
    ]
