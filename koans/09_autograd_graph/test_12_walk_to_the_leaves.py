"""Backward walks from `grad_fn` along `next_functions` to the leaves.

Each node holds the nodes its inputs came from. The walk ends at AccumulateGrad
nodes, which hold a leaf in `.variable` and add to its `.grad`. An input that
needs no gradient is None, and a tensor used twice is reached by two roads.
"""

import torch

from koans import __


def leaves_of(tensor):
    """Return, each once, the leaves that tensor.backward() gives a gradient."""
    found = []
    __("visit each node once, collect what the AccumulateGrad nodes hold")
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
