"""`torch.save` writes storages: a small view drags its whole table along.

That keeps tensors tied that share memory. But save one row of a table of a
thousand, and the file holds all thousand, now, and in memory again when it is
loaded. Nothing in its shape tells. A clone has a storage of its own, just as
large as it is. `contiguous` clones only where it must.
"""

import torch

from koans import __


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
    assert sizes == __
