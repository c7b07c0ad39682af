"""Only a function that knows what you meant can object to a shape.

To torch a column minus a row is no error: it is a table, and you may want one.
A loss knows that its two inputs should be alike, and may look. Some look and
warn, some look and refuse, some never look. Binary cross-entropy is the strict
one; the plain regression losses complain and go on.

Hint: Which of the four is arithmetic that you wrote yourself? Who would look there?
Hint: Poisson NLL is not one of those that the text calls strict or complaining.
Hint: One warns, one raises, two say nothing.
Wrong: `mse_loss` warns and returns its wrong number: the program goes on.
    ["raises", "raises", "says nothing", "says nothing"]
Wrong: Your own arithmetic is broadcast without a word: nobody knows that it is a loss.
    ["warns", "raises", "says nothing", "warns"]
Wrong: BCE with logits refuses: it raises a ValueError that names both shapes.
    ["warns", "warns", "says nothing", "says nothing"]
Wrong: Not every loss in torch looks at the shapes: this one multiplies what it gets.
    ["warns", "raises", "warns", "says nothing"]
See: torch.nn.functional.binary_cross_entropy_with_logits, torch.nn.functional.mse_loss
"""

import warnings

import torch
import torch.nn.functional as F


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
    ] == ["warns", "raises", "says nothing", "says nothing"]  # blank
