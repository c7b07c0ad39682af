r"""Along a road the slopes multiply; where roads meet, they add.

             double = 2 * x
           /                \
    x = 3                     double * square
           \                /
             square = x * x

Nudge x, and both factors move. Each road brings its own share of the slope
back to x, as if the other factor were held fixed.
"""

import torch

from koans import __


def slope_of_the_product(device, closed=None):
    x = torch.tensor(3.0, device=device, requires_grad=True)
    double, square = 2 * x, x * x
    if closed == "double":
        double = double.detach()  # the same number, and no road back
    if closed == "square":
        square = square.detach()
    (double * square).backward()
    return x.grad.item()


def test_each_road_brings_its_share(device):
    assert [
        slope_of_the_product(device, closed="square"),
        slope_of_the_product(device, closed="double"),
        slope_of_the_product(device),
    ] == __
