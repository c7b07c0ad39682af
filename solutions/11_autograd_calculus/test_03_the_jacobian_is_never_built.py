"""Backward multiplies by the Jacobian without ever building it.

The Jacobian J has a row per output and a column per input. For the 100 000
running totals below it would have 10**10 numbers, 40 GB. What backward computes
is v^T J for one v, `grad_outputs`: how each input moves the sum of the outputs
weighted by v. Reading number k counts in total k and in all totals after it.

Hint: `running` weighted by v is 2 * running[10] + running[70_000].
Hint: Which of these two totals contain reading 5, and which contain reading 11?
Hint: A reading counts 2 for total 10 and 1 for total 70 000, if it is in there.
Wrong: That is J v, the running total of v; backward sums from the other end.
    [0.0, 2.0, 2.0, 2.0, 3.0, 3.0]
Wrong: That is v itself; a reading counts in every later total, too.
    [0.0, 2.0, 0.0, 0.0, 1.0, 0.0]
Wrong: A running total includes its own reading: reading 10 counts in total 10.
    [3.0, 1.0, 1.0, 1.0, 0.0, 0.0]
Wrong: The totals are weighted by v: total 10 counts twice.
    [2.0, 2.0, 1.0, 1.0, 1.0, 0.0]
See: torch.autograd.grad, torch.cumsum
"""

import torch


def test_the_pull_of_two_running_totals(device):
    readings = torch.randn(100_000).to(device).requires_grad_()
    running = readings.cumsum(dim=0)

    v = torch.zeros(100_000, device=device)
    v[10], v[70_000] = 2.0, 1.0
    (gradient,) = torch.autograd.grad(running, readings, grad_outputs=v)

    some = [5, 10, 11, 50_000, 70_000, 70_001]
    assert gradient[some].tolist() == [3.0, 3.0, 1.0, 1.0, 1.0, 0.0]  # blank
