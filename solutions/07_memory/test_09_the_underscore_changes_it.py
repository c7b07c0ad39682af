"""A trailing underscore means in place: the tensor itself changes.

`x.sqrt()` returns a new tensor and leaves x alone; if nobody takes what it
returns, nothing has happened. `x.sqrt_()` writes the roots into x. It returns x
too, so calls can be chained; look at what each of them is called on. In
`x.exp().sqrt_()` the roots are written into what `exp` returned, not into x.

Hint: Go through the five lines. Which of them has an effect on `prices`?
Hint: In the fourth line, `add_` is called on what `neg()` returned.
Hint: Only `mul_(10)` and `sub_(1)` are called on `prices` itself.
Wrong: `abs`, `add` and `neg` return new tensors, which nobody takes.
    [-35, -15, -25]
Wrong: `add_(1)` changes what `neg()` returned, not the prices.
    [30, -10, 20]
Wrong: `abs()` has no underscore: the -1 stays negative.
    [29, 9, 19]
Wrong: An underscore changes the tensor itself, with no `=` on the line.
    [3, -1, 2]
Wrong: `add(5)` returns a new tensor, which nobody takes.
    [34, -6, 24]
See: torch.Tensor.mul_, torch.Tensor.mul
"""

import torch


def test_what_is_left_of_the_prices(device):
    prices = torch.tensor([3, -1, 2], device=device)
    prices.abs()
    prices.mul_(10)
    prices.add(5)
    prices.neg().add_(1)
    prices.sub_(1)
    assert prices.tolist() == [29, -11, 19]  # blank
