"""A leaf that requires grad refuses any edit that would be recorded.

`.grad` belongs to the leaf as you made it. A recorded edit would turn the leaf
into a result of that edit, and its `.grad` would never be filled again, so
torch raises at once. A view of the leaf is the leaf. An edit that nobody
records is allowed: that is how optimizers move weights.

Hint: For each function: is the thing edited the leaf, and is anybody recording?
Hint: `weights[1:]` is a view of the leaf, `weights.clone()` is not.
Hint: Three are refused: two edits through a view, and one of the leaf itself.
Wrong: A part of the leaf is a view of it: an edit of the part edits the leaf.
    [True, False, False, False, False, False]
Wrong: A clone is a new tensor with a history; it is no leaf and may be edited.
    [True, True, True, False, False, True]
Wrong: `detach` gives a tensor outside the graph: nobody records its edits.
    [True, True, False, True, False, True]
Wrong: Under `no_grad` nothing is recorded: optimizers edit leaves just so.
    [True, True, False, False, True, True]
See: torch.Tensor.is_leaf, torch.no_grad
"""

import torch


def shrink(weights):
    weights.mul_(0.9)


def clear_tail(weights):
    weights[1:].zero_()


def shrink_a_copy(weights):
    weights.clone().mul_(0.9)


def shrink_detached(weights):
    weights.detach().mul_(0.9)


def shrink_unrecorded(weights):
    with torch.no_grad():
        weights.mul_(0.9)


def set_first(weights):
    weights[0] = 1.0


def is_refused(edit, weights):
    try:
        edit(weights)
    except RuntimeError:
        return True
    return False


def test_which_edits_are_refused(device):
    weights = torch.ones(3, device=device, requires_grad=True)
    edits = [shrink, clear_tail, shrink_a_copy]
    edits += [shrink_detached, shrink_unrecorded, set_first]
    refused = [is_refused(edit, weights) for edit in edits]
    assert refused == [True, True, False, False, False, True]  # blank
