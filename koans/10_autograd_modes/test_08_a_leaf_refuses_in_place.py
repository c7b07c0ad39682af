"""A leaf that requires grad refuses any edit that would be recorded.

`.grad` belongs to the leaf as you made it. A recorded edit would turn the leaf
into a result of that edit, and its `.grad` would never be filled again, so
torch raises at once. A view of the leaf is the leaf. An edit that nobody
records is allowed: that is how optimizers move weights.
"""

import torch

from koans import __


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
    assert refused == __
