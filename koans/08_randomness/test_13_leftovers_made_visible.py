"""Deterministic mode fills memory that nobody has written yet.

`torch.use_deterministic_algorithms(True)` asks for the same bits in every run:
slower algorithms where needed, an error where there is none. What a program
reads without having written it cannot repeat either, so torch fills new memory
with what shows: nan in floats, the largest number in integers. Turn it off by
`torch.utils.deterministic.fill_uninitialized_memory = False`.
"""

import torch

from koans import __


def test_what_unwritten_memory_holds(device):
    torch.use_deterministic_algorithms(True)
    sums = torch.empty(2, device=device)
    counts = torch.empty(2, dtype=torch.uint8, device=device)
    readings = torch.tensor([0.5, 1.5], device=device).resize_(3)
    assert [
        sums.isnan().tolist(),
        counts.tolist(),
        readings.isnan().tolist(),
    ] == __
