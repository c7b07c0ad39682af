"""`index_add` adds every row to its place, however often a place is named.

`x[idx] += rows` reads everything first and writes everything afterwards, so of
several rows for one place only one survives. `index_add` adds each row to what
is there by then. That makes it the tool for totals per group: the index says
to which group each row belongs, and a group may have many rows, or none.

Hint: `totals` has one row per customer. Which row does each order go to?
Hint: The arguments are the dim, the index, and what is to be added.
Hint: `totals.index_add(0, ..., ...)`
Wrong: `index_put` writes: of a customer's orders only one remains.
    totals.index_put((customers,), amounts)
Wrong: This is what `totals[customers] += amounts` does: one order per customer.
    totals.index_put((customers,), totals[customers] + amounts)
Wrong: An index (N, 1) is one column wide, and so only one column is added.
    totals.scatter_add(0, customers[:, None], amounts)
Wrong: Dim 1 holds the goods; the customers are along dim 0.
    totals.index_add(1, customers, amounts)
Right:
    totals.scatter_add(0, customers[:, None].expand_as(amounts), amounts)
Right:
    totals.index_put((customers,), amounts, accumulate=True)
Right:
    (torch.arange(count, device=totals.device)[:, None] == customers).float() @ amounts
See: torch.Tensor.index_add_, torch.index_add, torch.Tensor.scatter_add_
"""

import pytest
import torch


def total_per_customer(customers, amounts, count):
    """Add up amounts (orders, goods) by customers (orders,): (count, goods)."""
    totals = amounts.new_zeros(count, amounts.shape[1])
    return totals.index_add(0, customers, amounts)  # blank


@pytest.mark.parametrize(("orders", "count", "goods"), [(9, 4, 3), (30, 8, 2)])
def test_every_order_counts(device, orders, count, goods):
    customers = torch.randint(count - 1, (orders,)).to(device)  # the last buys nothing
    amounts = torch.randn(orders, goods).to(device)
    expected = torch.zeros(count, goods, device=device)
    for customer, order in zip(customers.tolist(), amounts):
        expected[customer] += order
    torch.testing.assert_close(total_per_customer(customers, amounts, count), expected)
