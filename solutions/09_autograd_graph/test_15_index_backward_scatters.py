"""Backward of indexing brings each slope back to where it was picked.

    prices      p0   p1   p2   p3
    basket      2, 0, 2             picks  p2, p0, p2

The gradient has the shape of `prices`, not of what was picked. It starts as
zeros, and every pick adds its slope at its own place. Embeddings learn this
way: one row for each token that was looked up.

Hint: The slope of the bill with respect to a picked price is its quantity.
Hint: Write four zeros; add 1, 10 and 100 where they were picked.
Wrong: Those are the slopes of the picks; they have to go back to their places.
    [1.0, 10.0, 100.0]
Wrong: p2 was picked twice, and the second pick adds to the first.
    [10.0, 0.0, 100.0, 0.0]
Wrong: Places count from 0: the pick 2 belongs to the third price.
    [0.0, 101.0, 0.0, 10.0]
Wrong: The slope is the quantity; one per pick would be a quantity of 1.
    [1.0, 0.0, 2.0, 0.0]
See: torch.Tensor.index_add_, torch.nn.functional.embedding
"""

import torch


def test_each_slope_goes_back_to_its_price(device):
    prices = torch.tensor([4.0, 9.0, 2.0, 7.0], device=device, requires_grad=True)
    basket = torch.tensor([2, 0, 2], device=device)
    quantity = torch.tensor([1.0, 10.0, 100.0], device=device)

    bill = (prices[basket] * quantity).sum()
    bill.backward()
    assert prices.grad.tolist() == [10.0, 0.0, 101.0, 0.0]  # blank
