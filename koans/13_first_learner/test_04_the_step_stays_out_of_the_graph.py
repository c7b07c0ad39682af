"""A step changes the parameters, and must not become part of the graph.

A leaf that is being recorded cannot be changed in place: it would no longer be
a leaf. But the step is no part of the model, so it need not be recorded. With
recording off, the very tensor that the model holds can be changed, and still the
version counter tells a graph from before the step that its numbers are gone.
"""

import pytest
import torch

from koans import __


def descend(parameters, learning_rate):
    """Move each parameter, in place, one step against its gradient."""
    __("for every parameter, without being recorded")


@pytest.mark.essential
@pytest.mark.parametrize("learning_rate", [0.25, 0.5])
def test_the_parameters_move_and_stay_leaves(device, learning_rate):
    weight = torch.tensor([3.0, -1.0, 2.0], device=device, requires_grad=True)
    bias = torch.tensor(8.0, device=device, requires_grad=True)
    (weight.square().sum() + 4 * bias).backward()  # gradients: 2 * weight, and 4
    descend([weight, bias], learning_rate)
    rest = 1 - 2 * learning_rate
    assert weight.tolist() == [3 * rest, -1 * rest, 2 * rest]
    assert bias.item() == 8 - 4 * learning_rate
    assert (weight.is_leaf, weight.requires_grad) == (True, True)
    assert torch.is_grad_enabled()


@pytest.mark.essential
def test_a_graph_from_before_the_step_is_refused(device):
    weight = torch.tensor([3.0, -1.0], device=device, requires_grad=True)
    loss, older = weight.square().sum(), weight.square().sum()
    loss.backward()
    descend([weight], learning_rate=0.25)
    with pytest.raises(RuntimeError, match="modified by an inplace operation"):
        older.backward()
