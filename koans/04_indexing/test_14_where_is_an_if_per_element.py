"""`where` is an `if` that every element answers for itself.

A Python `if` wants one True or False, and a tensor of five orders has five.
`torch.where(condition, a, b)` takes from a where the condition is True and
from b where it is False. Unlike an `if` it has computed both of them in full
before it chooses.
"""

import torch

from koans import __


def shipping_of_one(total):
    """Return what it costs to ship one order: nothing from 50 on."""
    if total < 50:
        return 5 + 0.02 * total
    return 0.0


def shipping(totals):
    """Return what it costs to ship each of the orders, in the shape of totals."""
    return __


def test_all_orders_at_once(device):
    totals = torch.tensor([[20.0, 49.99, 50.0], [80.0, 0.0, 10.0]], device=device)
    expected = [[shipping_of_one(total) for total in row] for row in totals.tolist()]
    costs = torch.tensor(expected, device=device)
    torch.testing.assert_close(shipping(totals), costs)
    torch.testing.assert_close(shipping(totals.T[1:]), costs.T[1:])
