"""A graph prints as a tree: under each operation, what it came from.

Backward starts at the top and follows every branch. Printed like this, a graph
answers the questions that a missing gradient raises: did this operation get
recorded, and does the road to the weight still exist? A node that two others
use stands under both of them.

Hint: What stands under a node is again such a tree, one step deeper.
Hint: `node.next_functions` holds pairs; an input that is plain data has None there.
Hint: Call `tree_of(parent, depth + 1)` and put its lines behind yours.
Wrong: Plain data has None for a node, and None has no tree.
    for parent, _ in node.next_functions:
        lines += tree_of(parent, depth + 1)
Wrong: Without depth + 1 everything stands at the left edge.
    for parent, _ in node.next_functions:
        if parent is not None:
            lines += tree_of(parent)
Wrong: An operation has as many branches as inputs; this follows the first.
    if node.next_functions and node.next_functions[0][0] is not None:
        lines += tree_of(node.next_functions[0][0], depth + 1)
Wrong: `append` adds the tree as one item; its lines have to be lines.
    for parent, _ in node.next_functions:
        if parent is not None:
            lines.append(tree_of(parent, depth + 1))
Wrong: These are the inputs alone; what is behind them is missing.
    for parent, _ in node.next_functions:
        if parent is not None:
            lines.append((depth + 1) * "    " + type(parent).__name__)
Wrong: Both inputs can be the same node, as in w * w: it stands there twice.
    for parent in {parent for parent, _ in node.next_functions if parent}:
        lines += tree_of(parent, depth + 1)
Right:
    for parent, _ in node.next_functions:
        if parent:
            lines.extend(tree_of(parent, depth + 1))
Right:
    todo = [(parent, depth + 1) for parent, _ in node.next_functions[::-1]]
    while todo:
        node, depth = todo.pop()
        if node is not None:
            lines.append(depth * "    " + type(node).__name__)
            todo += [(parent, depth + 1) for parent, _ in node.next_functions[::-1]]
See: torch.autograd.graph.Node.next_functions
"""

import torch


def tree_of(node, depth=0):
    """Return the lines of the tree at node, four spaces more at every step."""
    lines = [depth * "    " + type(node).__name__]
    # blank: add the tree of every input that has a node
    for parent, _ in node.next_functions:
        if parent is not None:
            lines += tree_of(parent, depth + 1)
    # end
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
