r"""Along a road the slopes multiply; where roads meet, they add.

             double = 2 * x
           /                \
    x = 3                     double * square
           \                /
             square = x * x

Nudge x, and both factors move. Each road brings its own share of the slope
back to x, as if the other factor were held fixed.

Hint: With `square` held fixed the product is 2 * x * 9.
Hint: With `double` held fixed it is 6 * x * x, and the slope of x * x is 2 * x.
Hint: With both roads open the two shares add up.
Wrong: Those are the slopes of double and square alone; each is scaled by the other.
    [2.0, 6.0, 8.0]
Wrong: Along one road slopes multiply; the shares of two roads add.
    [18.0, 36.0, 648.0]
Wrong: The share that comes last does not replace the other.
    [18.0, 36.0, 36.0]
Wrong: Exchanged: `closed` names the factor that is held fixed.
    [36.0, 18.0, 54.0]
See: torch.Tensor.backward, torch.Tensor.detach
"""

import torch


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
    ] == [18.0, 36.0, 54.0]  # blank
