"""In train mode BatchNorm needs more than one value per channel.

A single value minus its own mean is zero, whatever it was, and its spread is
unknown. So torch raises. What counts is the number of values that share a
channel: examples, times positions if there are any. It often happens once per
epoch, when the last batch is what was left over, and after hours.

Hint: Count the values per channel; in eval mode the count does not matter.
Hint: (1, 3) is one example with three channels: one value each.
Hint: (1, 3, 5) has five values per channel, (1, 3, 1, 1) has one.
Wrong: In eval mode nothing is measured on the batch: one example is enough.
    [True, True, False, True, False]
Wrong: The five positions of a channel are values as well, even of one example.
    [True, False, True, True, False]
Wrong: An image of one pixel gives one value per channel.
    [True, False, False, False, False]
Wrong: Two examples give two values per channel: that is enough.
    [True, False, False, True, True]
See: torch.nn.BatchNorm1d, torch.nn.BatchNorm2d
"""

import torch
from torch import nn


def raises(norm, x):
    try:
        norm(x)
    except ValueError as error:
        return "more than 1 value per channel" in str(error)
    return False


def test_which_batches_are_refused(device):
    vectors, images = nn.BatchNorm1d(3).to(device), nn.BatchNorm2d(3).to(device)
    found = [
        raises(vectors.train(), torch.rand(1, 3, device=device)),
        raises(vectors.eval(), torch.rand(1, 3, device=device)),
        raises(vectors.train(), torch.rand(1, 3, 5, device=device)),
        raises(images.train(), torch.rand(1, 3, 1, 1, device=device)),
        raises(images.train(), torch.rand(2, 3, 1, 1, device=device)),
    ]
    assert found == [True, False, False, True, False]  # blank
