"""Deterministic mode fills memory that nobody has written yet.

`torch.use_deterministic_algorithms(True)` asks for the same bits in every run:
slower algorithms where needed, an error where there is none. What a program
reads without having written it cannot repeat either, so torch fills new memory
with what shows: nan in floats, the largest number in integers. Turn it off by
`torch.utils.deterministic.fill_uninitialized_memory = False`.

Hint: A float can be nan; what is the largest number of a byte?
Hint: `resize_` keeps what was written and adds memory that was not.
Wrong: Fresh memory often holds zeros, but this mode writes over all of it.
    [[False, False], [0, 0], [False, False, False]]
Wrong: An integer dtype has no nan: its largest number stands in for it.
    [[True, True], [float("nan"), float("nan")], [False, False, True]]
Wrong: 127 is the largest int8; these bytes have no sign.
    [[True, True], [127, 127], [False, False, True]]
Wrong: `resize_` keeps the two numbers that were there; only the new place is filled.
    [[True, True], [255, 255], [True, True, True]]
Wrong: `resize_` writes nothing into the place it adds: that is filled like `empty`.
    [[True, True], [255, 255], [False, False, False]]
See: torch.use_deterministic_algorithms, torch.utils.deterministic
"""

import torch


def test_what_unwritten_memory_holds(device):
    torch.use_deterministic_algorithms(True)
    sums = torch.empty(2, device=device)
    counts = torch.empty(2, dtype=torch.uint8, device=device)
    readings = torch.tensor([0.5, 1.5], device=device).resize_(3)
    assert [
        sums.isnan().tolist(),
        counts.tolist(),
        readings.isnan().tolist(),
    ] == [[True, True], [255, 255], [False, False, True]]  # blank
