"""A drawn graph can name its leaves: each node holds the leaf itself.

A node does not know what you call your tensors. The AccumulateGrad node of a
leaf holds the leaf itself in `.variable`, no copy: the same object that stands
among your parameters. Equal numbers do not make two tensors the same; two
biases of zeros are two parameters. DOT is the text that Graphviz draws:

    n0 [label="ExpBackward0"]    n1 [label="weight"]    n1 -> n0
"""

import re

import torch

from koans import __


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
        __("label = the leaf's name in parameters, else the name of node's type")
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
