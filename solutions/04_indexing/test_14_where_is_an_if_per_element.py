"""`where` is an `if` that every element answers for itself.

A Python `if` wants one True or False, and a tensor of five orders has five.
`torch.where(condition, a, b)` takes from a where the condition is True and
from b where it is False. Unlike an `if` it has computed both of them in full
before it chooses.

Hint: What is the condition, as a tensor of True and False?
Hint: Write both branches for all the orders, as if each were the only one.
Hint: `torch.where(totals < 50, ..., ...)`
Wrong: `if` needs one bool: of many, torch says that the truth value is ambiguous.
    5 + 0.02 * totals if totals < 50 else 0 * totals
Wrong: One cheap order, and everybody pays; each order has to decide for itself.
    5 + 0.02 * totals if (totals < 50).any() else 0 * totals
Wrong: The branches are the wrong way round: first comes what holds where True.
    torch.where(totals < 50, 0.0, 5 + 0.02 * totals)
Wrong: An order of exactly 50 is free.
    torch.where(totals <= 50, 5 + 0.02 * totals, 0.0)
Wrong: A mask leaves out the free orders: nobody knows any more whose cost is whose.
    5 + 0.02 * totals[totals < 50]
Right:
    torch.where(totals >= 50, 0.0, 5 + 0.02 * totals)
Right:
    (totals < 50) * (5 + 0.02 * totals)
Right:
    (5 + totals / 50).masked_fill(totals >= 50, 0)
Right:
    torch.where(totals < 50, 5 + 0.02 * totals, torch.zeros_like(totals))
See: torch.where
"""

import torch


def shipping_of_one(total):
    """Return what it costs to ship one order: nothing from 50 on."""
    if total < 50:
        return 5 + 0.02 * total
    return 0.0


def shipping(totals):
    """Return what it costs to ship each of the orders, in the shape of totals."""
    return torch.where(totals < 50, 5 + 0.02 * totals, 0.0)  # blank


def test_all_orders_at_once(device):
    totals = torch.tensor([[20.0, 49.99, 50.0], [80.0, 0.0, 10.0]], device=device)
    expected = [[shipping_of_one(total) for total in row] for row in totals.tolist()]
    costs = torch.tensor(expected, device=device)
    torch.testing.assert_close(shipping(totals), costs)
    torch.testing.assert_close(shipping(totals.T[1:]), costs.T[1:])
