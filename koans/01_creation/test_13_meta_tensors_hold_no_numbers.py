"""A tensor on the device `meta` is all description and no content.

It has a shape and a dtype, and no memory behind them. An operation on it works
out the shape and dtype of its result, at once and at no cost, so a laptop can
plan a model that it could never hold: the table below would fill 40 GB. What
needs the numbers themselves, to hand one out or to copy them, raises.
"""

import torch

from koans import __


def works(operation, table):
    """Say whether the operation returns something instead of raising."""
    try:
        operation(table)
    except RuntimeError:
        return False
    return True


def test_what_a_table_of_40_gigabytes_can_do():
    table = torch.empty(100_000, 100_000, device="meta")
    assert [
        works(lambda t: t.nbytes, table),
        works(lambda t: t @ t, table),
        works(lambda t: t.sum().item(), table),
        works(lambda t: t > 0.5, table),
        works(lambda t: t.to("cpu"), table),
    ] == __
