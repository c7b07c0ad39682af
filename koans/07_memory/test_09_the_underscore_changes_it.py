"""A trailing underscore means in place: the tensor itself changes.

`x.sqrt()` returns a new tensor and leaves x alone; if nobody takes what it
returns, nothing has happened. `x.sqrt_()` writes the roots into x. It returns x
too, so calls can be chained; look at what each of them is called on. In
`x.exp().sqrt_()` the roots are written into what `exp` returned, not into x.
"""

import torch

from koans import __


def test_what_is_left_of_the_prices(device):
    prices = torch.tensor([3, -1, 2], device=device)
    prices.abs()
    prices.mul_(10)
    prices.add(5)
    prices.neg().add_(1)
    prices.sub_(1)
    assert prices.tolist() == __
