"""An in-place edit is fatal only to what backward has saved.

Each operation keeps what its own slope is made of. The slope of y = tanh(x)
is 1 - y * y: the result is kept. The slope of y = x * x is 2 * x: the input is
kept. If the tensor that was kept has been edited since, backward raises; an
edit of any other tensor does no harm.
"""

import torch

from koans import __


def add_three(x):
    return x + 3


def backward_fails(operation, edited, device):
    """Say whether backward raises after an edit of the "result" or the "input"."""
    leaf = torch.tensor([1.0, 2.0], device=device, requires_grad=True)
    x = leaf.clone()  # a leaf itself may not be edited
    y = operation(x)
    (x if edited == "input" else y).mul_(10)
    try:
        y.sum().backward()
    except RuntimeError:
        return True
    return False


def test_where_an_edit_makes_backward_fail(device):
    operations = [add_three, torch.exp, torch.log, torch.sigmoid]
    fails = {
        edited: [backward_fails(operation, edited, device) for operation in operations]
        for edited in ("result", "input")
    }
    assert fails == __
