"""Only a function that knows what you meant can object to a shape.

To torch a column minus a row is no error: it is a table, and you may want one.
A loss knows that its two inputs should be alike, and may look. Some look and
warn, some look and refuse, some never look. Binary cross-entropy is the strict
one; the plain regression losses complain and go on.
"""

import warnings

import torch
import torch.nn.functional as F

from koans import __


def squared_error(predictions, targets):
    return (predictions - targets).square().mean()


def reaction(loss_fn, device):
    """Give a loss a column of four and a row of four; say what it does."""
    column, row = torch.rand(4, 1).to(device), torch.rand(4).to(device)
    with warnings.catch_warnings(record=True) as caught:
        warnings.simplefilter("always")
        try:
            loss_fn(column, row)
        except ValueError:
            return "raises"
    return "warns" if caught else "says nothing"


def test_four_losses_get_a_column_and_a_row(device):
    assert [
        reaction(F.mse_loss, device),
        reaction(F.binary_cross_entropy_with_logits, device),
        reaction(F.poisson_nll_loss, device),
        reaction(squared_error, device),
    ] == __
