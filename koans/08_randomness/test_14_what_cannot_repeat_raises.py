"""In deterministic mode an operation repeats its bits, or it raises.

Thousands of GPU threads add floats to the same few places in the order in which
they happen to finish, and float sums depend on their order. Where torch has a
second algorithm with a fixed order, deterministic mode takes it. Where it has
none, it raises. Integer sums do not depend on their order.
"""

import pytest
import torch

from koans import __


def refused(operation):
    """Say whether the operation raises in deterministic mode."""
    torch.use_deterministic_algorithms(True)
    try:
        operation()
    except RuntimeError:
        return True
    finally:
        torch.use_deterministic_algorithms(False)
    return False


@pytest.mark.cuda
def test_which_operations_are_refused():
    shelves = torch.tensor([2, 0, 2, 1], device="cuda")
    prices = torch.tensor([0.1, 0.2, 0.3, 0.4], device="cuda")
    totals = torch.zeros(3, device="cuda")
    assert [
        refused(lambda: shelves.bincount(weights=prices)),
        refused(lambda: shelves.bincount()),
        refused(lambda: totals.index_add(0, shelves, prices)),
        refused(lambda: prices.histc(bins=4)),
    ] == __
