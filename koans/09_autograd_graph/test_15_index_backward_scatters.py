"""Backward of indexing brings each slope back to where it was picked.

    prices      p0   p1   p2   p3
    basket      2, 0, 2             picks  p2, p0, p2

The gradient has the shape of `prices`, not of what was picked. It starts as
zeros, and every pick adds its slope at its own place. Embeddings learn this
way: one row for each token that was looked up.
"""

import torch

from koans import __


def test_each_slope_goes_back_to_its_price(device):
    prices = torch.tensor([4.0, 9.0, 2.0, 7.0], device=device, requires_grad=True)
    basket = torch.tensor([2, 0, 2], device=device)
    quantity = torch.tensor([1.0, 10.0, 100.0], device=device)

    bill = (prices[basket] * quantity).sum()
    bill.backward()
    assert prices.grad.tolist() == __
