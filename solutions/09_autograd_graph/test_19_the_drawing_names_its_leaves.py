"""A drawn graph can name its leaves: each node holds the leaf itself.

A node does not know what you call your tensors. The AccumulateGrad node of a
leaf holds the leaf itself in `.variable`, no copy: the same object that stands
among your parameters. Equal numbers do not make two tensors the same; two
biases of zeros are two parameters. DOT is the text that Graphviz draws:

    n0 [label="ExpBackward0"]    n1 [label="weight"]    n1 -> n0

Hint: Only an AccumulateGrad has `.variable`; `getattr(node, "variable", None)` asks.
Hint: Go through `parameters` and look for the very same tensor.
Hint: Python asks for the same object with `is`.
Wrong: Two biases of zeros are equal and not the same: both would get one name.
    leaf = getattr(node, "variable", None)
    label = type(node).__name__
    for name, parameter in parameters.items():
        if leaf is not None and torch.equal(leaf, parameter):
            label = name
Wrong: Two parameters may have the same shape.
    leaf = getattr(node, "variable", None)
    names = {parameter.shape: name for name, parameter in parameters.items()}
    label = type(node).__name__ if leaf is None else names[leaf.shape]
Wrong: The walk meets the leaves in its own order, not in that of `parameters`.
    label = type(node).__name__
    if hasattr(node, "variable"):
        met = [other for other in nodes if hasattr(other, "variable")]
        label = list(parameters)[met.index(node)]
Wrong: Only the node of a leaf has `.variable`.
    names = {id(parameter): name for name, parameter in parameters.items()}
    label = names.get(id(node.variable), type(node).__name__)
Wrong: A leaf that is nobody's parameter, such as an input, has no name to look up.
    label = type(node).__name__
    if hasattr(node, "variable"):
        names = {id(parameter): name for name, parameter in parameters.items()}
        label = names[id(node.variable)]
Right:
    names = {id(parameter): name for name, parameter in parameters.items()}
    leaf = getattr(node, "variable", None)
    label = names.get(id(leaf), type(node).__name__)
Right:
    names = {parameter: name for name, parameter in parameters.items()}
    label = names.get(getattr(node, "variable", None), type(node).__name__)
Right:
    label = type(node).__name__
    if hasattr(node, "variable"):
        for name in parameters:
            if parameters[name] is node.variable:
                label = name
See: torch.autograd.graph.Node.next_functions
"""

import re

import torch


def nodes_behind(tensor):
    """Return every node once, the last operation first."""
    nodes = [tensor.grad_fn]
    for node in nodes:
        for parent, _ in node.next_functions:
            if parent is not None and parent not in nodes:
                nodes.append(parent)
    return nodes


def to_dot(tensor, parameters):
    """Draw the graph behind tensor as DOT text; parameters is {name: leaf}."""
    nodes = nodes_behind(tensor)
    lines = []
    for number, node in enumerate(nodes):
        # blank: label = the leaf's name in parameters, else the name of node's type
        leaf = getattr(node, "variable", None)
        label = type(node).__name__
        for name, parameter in parameters.items():
            if parameter is leaf:
                label = name
        # end
        lines.append(f'n{number} [label="{label}"]')
        for parent, _ in node.next_functions:
            if parent is not None:
                lines.append(f"n{nodes.index(parent)} -> n{number}")
    return "\n".join(["digraph {", *lines, "}"])


def test_every_parameter_is_named_and_nothing_else(device):
    x = torch.rand(2, device=device, requires_grad=True)
    bias = torch.zeros(2, device=device, requires_grad=True)
    weight = torch.rand(2, device=device, requires_grad=True)
    shift = torch.zeros(2, device=device, requires_grad=True)
    parameters = {"bias": bias, "weight": weight, "shift": shift}

    dot = to_dot((x * weight + bias).exp() - shift, parameters)
    assert re.findall(r'(n\d+) \[label="(\w+)"\]', dot) == [
        ("n0", "SubBackward0"),
        ("n1", "ExpBackward0"),
        ("n2", "shift"),
        ("n3", "AddBackward0"),
        ("n4", "MulBackward0"),
        ("n5", "bias"),
        ("n6", "AccumulateGrad"),
        ("n7", "weight"),
    ]
    assert re.findall(r"(n\d+) -> n3", dot) == ["n4", "n5"]
