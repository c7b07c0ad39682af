"""`torch.save` writes storages: a small view drags its whole table along.

That keeps tensors tied that share memory. But save one row of a table of a
thousand, and the file holds all thousand, now, and in memory again when it is
loaded. Nothing in its shape tells. A clone has a storage of its own, just as
large as it is. `contiguous` clones only where it must.

Hint: The table has 1000 * 5 numbers of 4 bytes each.
Hint: Which of the four has a storage of its own when it is saved?
Hint: The first two rows lie one after the other already: is there anything to copy?
Wrong: One row is a view: the file holds the storage behind it.
    [20, 20, 40, 4000]
Wrong: Two neighbouring rows are contiguous as they are: nothing is copied.
    [20000, 20, 40, 4000]
Wrong: A column does not lie in one piece: `contiguous` copies it, and only it.
    [20000, 20, 20000, 20000]
Wrong: A clone has a storage of its own, and none of the table's.
    [20000, 20000, 20000, 4000]
See: torch.save, torch.Tensor.untyped_storage, torch.Tensor.contiguous
"""

import torch


def test_how_many_bytes_come_back(tmp_path):
    table = torch.randn(1000, 5)
    parts = [
        table[0],
        table[0].clone(),
        table[:2].contiguous(),
        table[:, 0].contiguous(),
    ]
    sizes = []
    for part in parts:
        torch.save(part, tmp_path / "part.pt")
        loaded = torch.load(tmp_path / "part.pt")
        assert torch.equal(loaded, part)
        sizes.append(loaded.untyped_storage().nbytes())
    assert sizes == [20000, 20, 20000, 4000]  # blank
