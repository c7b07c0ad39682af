"""`index_add` adds every row to its place, however often a place is named.

`x[idx] += rows` reads everything first and writes everything afterwards, so of
several rows for one place only one survives. `index_add` adds each row to what
is there by then. That makes it the tool for totals per group: the index says
to which group each row belongs, and a group may have many rows, or none.
"""

import pytest
import torch

from koans import __


def total_per_customer(customers, amounts, count):
    """Add up amounts (orders, goods) by customers (orders,): (count, goods)."""
    totals = amounts.new_zeros(count, amounts.shape[1])
    return __


@pytest.mark.parametrize(("orders", "count", "goods"), [(9, 4, 3), (30, 8, 2)])
def test_every_order_counts(device, orders, count, goods):
    customers = torch.randint(count - 1, (orders,)).to(device)  # the last buys nothing
    amounts = torch.randn(orders, goods).to(device)
    expected = torch.zeros(count, goods, device=device)
    for customer, order in zip(customers.tolist(), amounts):
        expected[customer] += order
    torch.testing.assert_close(total_per_customer(customers, amounts, count), expected)
