"""A view keeps its whole storage alive, however little of it you can see.

Memory is given back when the last tensor on a storage is gone. Keep one row of
each batch in a list, and every batch stays. `nbytes` counts what the view
shows, so it does not tell you; the storage's own `nbytes()` does. A clone has a
storage that is as large as itself.

Hint: A float32 number takes 4 bytes, and a row holds 4 of them.
Hint: Does `del table` free the memory on which `row` lies?
Hint: The storage of `row` still holds 1000 rows; that of the clone holds two.
Wrong: `del table` removes a name. The row needs its storage, and that is one piece.
    [16, 16, 32]
Wrong: `nbytes` counts what the view shows: 4 numbers.
    [16000, 16000, 32]
Wrong: A clone copies what the view shows, not the storage behind it.
    [16, 16000, 16000]
Wrong: Those are counts of numbers; each float32 takes 4 bytes.
    [4, 4000, 8]
See: torch.Tensor.untyped_storage, torch.UntypedStorage.nbytes, torch.clone
"""

import torch


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
    assert sizes == [16, 16000, 32]  # blank
