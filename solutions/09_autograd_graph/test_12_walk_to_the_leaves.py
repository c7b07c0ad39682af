"""Backward walks from `grad_fn` along `next_functions` to the leaves.

Each node holds the nodes its inputs came from. The walk ends at AccumulateGrad
nodes, which hold a leaf in `.variable` and add to its `.grad`. An input that
needs no gradient is None, and a tensor used twice is reached by two roads.

Hint: Keep a stack of nodes to visit, and a set of nodes already seen.
Hint: `node.next_functions` is a tuple of pairs (node or None, which output).
Hint: Only an AccumulateGrad has `.variable`; push the first of every other pair.
Wrong: That is one road through the graph; `next_functions` has one pair per input.
    node = tensor.grad_fn
    while node.next_functions:
        node = node.next_functions[0][0]
    found.append(node.variable)
Wrong: A tensor used twice is reached twice, so its leaves are reported twice.
    stack = [tensor.grad_fn]
    while stack:
        node = stack.pop()
        if hasattr(node, "variable"):
            found.append(node.variable)
        stack += [parent for parent, _ in node.next_functions if parent]
Wrong: An input that needs no gradient has None for a node: skip it.
    seen, stack = set(), [tensor.grad_fn]
    while stack:
        node = stack.pop()
        if node in seen:
            continue
        seen.add(node)
        if hasattr(node, "variable"):
            found.append(node.variable)
        stack += [parent for parent, _ in node.next_functions]
Right:
    seen = {None}

    def visit(node):
        if node in seen:
            return
        seen.add(node)
        if node.name() == "torch::autograd::AccumulateGrad":
            found.append(node.variable)
        for parent, _ in node.next_functions:
            visit(parent)

    visit(tensor.grad_fn)
Right:
    leaves, level = {}, {tensor.grad_fn}
    while level:
        for node in level:
            if hasattr(node, "variable"):
                leaves[id(node.variable)] = node.variable
        level = {p for node in level for p, _ in node.next_functions if p is not None}
    found = list(leaves.values())
See: torch.autograd.graph.Node.next_functions
"""

import torch


def leaves_of(tensor):
    """Return, each once, the leaves that tensor.backward() gives a gradient."""
    found = []
    # blank: visit each node once, collect what the AccumulateGrad nodes hold
    seen, stack = set(), [tensor.grad_fn]
    while stack:
        node = stack.pop()
        if node is None or node in seen:
            continue
        seen.add(node)
        if hasattr(node, "variable"):
            found.append(node.variable)
        stack += [parent for parent, _ in node.next_functions]
    # end
    return found


def test_every_road_ends_at_a_leaf(device):
    x = torch.rand(2, 3, device=device)
    weight = torch.rand(3, 4, device=device, requires_grad=True)
    bias = torch.rand(4, device=device, requires_grad=True)
    unused = torch.rand(4, device=device, requires_grad=True)
    scale = torch.rand(4, device=device, requires_grad=True)
    hidden = (x @ weight + bias).exp()
    loss = (hidden * scale + hidden * unused.detach()).sum()

    found = leaves_of(loss)

    assert len(found) == 3
    assert {id(leaf) for leaf in found} == {id(weight), id(bias), id(scale)}


def test_a_leaf_that_is_used_twice_is_found_once(device):
    weight = torch.rand(3, device=device, requires_grad=True)
    (found,) = leaves_of((weight * weight.exp()).sum())
    assert found is weight
