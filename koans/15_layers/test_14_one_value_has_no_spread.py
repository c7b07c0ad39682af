"""In train mode BatchNorm needs more than one value per channel.

A single value minus its own mean is zero, whatever it was, and its spread is
unknown. So torch raises. What counts is the number of values that share a
channel: examples, times positions if there are any. It often happens once per
epoch, when the last batch is what was left over, and after hours.
"""

import torch
from torch import nn

from koans import __


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
    assert found == __
