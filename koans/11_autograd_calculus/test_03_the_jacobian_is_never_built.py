"""Backward multiplies by the Jacobian without ever building it.

The Jacobian J has a row per output and a column per input. For the 100 000
running totals below it would have 10**10 numbers, 40 GB. What backward computes
is v^T J for one v, `grad_outputs`: how each input moves the sum of the outputs
weighted by v. Reading number k counts in total k and in all totals after it.
"""

import torch

from koans import __


def test_the_pull_of_two_running_totals(device):
    readings = torch.randn(100_000).to(device).requires_grad_()
    running = readings.cumsum(dim=0)

    v = torch.zeros(100_000, device=device)
    v[10], v[70_000] = 2.0, 1.0
    (gradient,) = torch.autograd.grad(running, readings, grad_outputs=v)

    some = [5, 10, 11, 50_000, 70_000, 70_001]
    assert gradient[some].tolist() == __
