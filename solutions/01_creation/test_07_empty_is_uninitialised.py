"""`torch.empty` reserves memory and leaves in it whatever was there.

Fresh memory is often full of zeros, so a sum that starts from `empty` can pass
every test today and be wrong next week. Use `empty` only where every element is
written before it is read. The fixture below makes the bug show every time: it
has torch fill uninitialised memory with nan, or with the largest integer.

This lesson has no blank: mend the code under the line that says `# repair`.

Hint: Which numbers are in `totals` before the first batch is added?
Hint: Start from memory that somebody has set to zero.
Hint: Each `empty` function has a `zeros` twin.
Wrong: Leftovers survive a product: zero times nan is nan.
    totals = 0 * torch.empty_like(batches[0][0])
Wrong: Zeros, but of float32: integers above 2**24 would be rounded.
    totals = torch.zeros(batches[0].shape[1], device=batches[0].device)
Wrong: `Tensor(size)` is `empty` under an older name: nobody fills it.
    totals = torch.Tensor(batches[0].shape[1])
Wrong: The first batch sets the totals, and the loop adds it once more.
    totals = batches[0].sum(dim=0)
Wrong: Nan is what leftovers look like in this test; elsewhere they look like numbers.
    totals = torch.empty_like(batches[0][0]).nan_to_num()
Right:
    totals = batches[0].sum(dim=0) * 0
Right:
    totals = batches[0].new_zeros(batches[0].shape[1])
Right:
    totals = torch.empty_like(batches[0][0]).zero_()
Right:
    totals = 0
See: torch.empty, torch.utils.deterministic.fill_uninitialized_memory
"""

import pytest
import torch


@pytest.fixture
def leftovers():
    """Make torch fill uninitialised memory with nan or the largest integer."""
    torch.use_deterministic_algorithms(True)
    yield
    torch.use_deterministic_algorithms(False)


def column_totals(batches):
    """Add up the rows of all batches (rows, columns), in the dtype they have."""
    # broken: the totals must hold the batches and nothing else
    # totals = torch.empty_like(batches[0][0])
    totals = torch.zeros_like(batches[0][0])
    # end
    for batch in batches:
        totals += batch.sum(dim=0)
    return totals


@pytest.mark.usefixtures("leftovers")
@pytest.mark.parametrize("dtype", [torch.float32, torch.int64])
@pytest.mark.parametrize("columns", [3, 5])
def test_totals_hold_the_batches_and_nothing_else(device, columns, dtype):
    rows = torch.arange(7 * columns, dtype=dtype, device=device)
    rows = rows.reshape(7, columns)
    expected = rows.sum(dim=0)
    torch.testing.assert_close(column_totals(rows.split(2)), expected, rtol=0, atol=0)
