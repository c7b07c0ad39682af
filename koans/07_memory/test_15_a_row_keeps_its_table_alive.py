"""A view keeps its whole storage alive, however little of it you can see.

Memory is given back when the last tensor on a storage is gone. Keep one row of
each batch in a list, and every batch stays. `nbytes` counts what the view
shows, so it does not tell you; the storage's own `nbytes()` does. A clone has a
storage that is as large as itself.
"""

import torch

from koans import __


def test_how_many_bytes_stay(device):
    table = torch.zeros(1000, 4, device=device)
    row = table[0]
    copy = table[:2].clone()
    del table
    sizes = [
        row.nbytes,
        row.untyped_storage().nbytes(),
        copy.untyped_storage().nbytes(),
    ]
    assert sizes == __
