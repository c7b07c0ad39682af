"""A tensor on the device `meta` is all description and no content.

It has a shape and a dtype, and no memory behind them. An operation on it works
out the shape and dtype of its result, at once and at no cost, so a laptop can
plan a model that it could never hold: the table below would fill 40 GB. What
needs the numbers themselves, to hand one out or to copy them, raises.

Hint: Ask of each: does the answer depend on the numbers in `table`?
Hint: The size in bytes follows from shape and dtype alone. So does a product's shape.
Hint: `nbytes`, `@` and `>` need no number; `item` and `to("cpu")` want one.
Wrong: A product of two descriptions is a description: its shape and its dtype.
    [True, False, False, True, False]
Wrong: `item` returns a Python number, and there is no number.
    [True, True, True, True, False]
Wrong: Numbers that do not exist cannot be copied to the CPU.
    [True, True, False, True, True]
Wrong: `nbytes` is computed, elements times width; no memory is measured.
    [False, True, False, True, False]
Wrong: `>` makes a bool tensor of the same shape. It only describes one here, too.
    [True, True, False, False, False]
See: torch.device, torch.Tensor.is_meta, torch.empty
"""

import torch


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
    ] == [True, True, False, True, False]  # blank
