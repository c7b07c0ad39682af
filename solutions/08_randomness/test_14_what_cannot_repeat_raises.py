"""In deterministic mode an operation repeats its bits, or it raises.

Thousands of GPU threads add floats to the same few places in the order in which
they happen to finish, and float sums depend on their order. Where torch has a
second algorithm with a fixed order, deterministic mode takes it. Where it has
none, it raises. Integer sums do not depend on their order.

Hint: Which of the four adds floats, in an order that nobody fixes?
Hint: `bincount` without weights counts in integers. `index_add` has a second algorithm.
Hint: `bincount` with weights and `histc`, which counts in floats, have none.
Wrong: Counting in integers repeats, whatever the order.
    [True, True, False, True]
Wrong: `index_add` has a second algorithm, which sorts first.
    [True, False, True, True]
Wrong: With float weights the order of the additions matters.
    [False, False, False, True]
Wrong: `histc` has only one algorithm on a GPU, and its counts are floats.
    [True, False, False, False]
See: torch.use_deterministic_algorithms, torch.bincount, torch.histc
"""

import pytest
import torch


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
    ] == [True, False, False, True]  # blank
