"""A crash while saving must not cost the last good checkpoint.

`torch.save` to an existing path first empties that file. If the disk is full, or
the job is killed at that moment, then the new checkpoint is half there, and the
old one is gone. That moment comes at every save, and long jobs get killed. A
rename in one folder is different: for every reader there is first the old file
under that name, then the new one, and nothing in between.
"""

import io
import os
from pathlib import Path

import pytest
import torch

from koans import __

real_save = torch.save


def save(state, path):
    """Save state at `path`, where a whole checkpoint is to be found at any time."""
    __("write the new file, and only then give it the name of the old one")


def save_half(state, target, *args, **kwargs):
    """Write half of the bytes, then fail, as on a full disk."""
    content = io.BytesIO()
    real_save(state, content)
    half = content.getvalue()[: content.tell() // 2]
    target.write(half) if hasattr(target, "write") else Path(target).write_bytes(half)
    raise OSError("no space left on device")


def test_the_old_checkpoint_outlives_a_failed_save(tmp_path, monkeypatch):
    path = tmp_path / "run.pt"
    save({"epoch": 1}, path)
    with monkeypatch.context() as patch:
        patch.setattr(torch, "save", save_half)
        with pytest.raises(OSError, match="no space left"):
            save({"epoch": 2}, path)
    assert torch.load(path) == {"epoch": 1}


def test_there_is_a_whole_checkpoint_at_every_moment(tmp_path, monkeypatch):
    path = tmp_path / "run.pt"
    save({"epoch": 1}, path)
    old, seen = path.stat().st_ino, []

    def watch(module, name):
        call = getattr(module, name)

        def watched(*args, **kwargs):
            seen.append(torch.load(path))
            return call(*args, **kwargs)

        monkeypatch.setattr(module, name, watched)

    for module, name in ((torch, "save"), (os, "replace"), (os, "rename")):
        watch(module, name)
    save({"epoch": 2}, path)
    assert seen == [{"epoch": 1}] * len(seen)
    assert torch.load(path) == {"epoch": 2}
    assert path.stat().st_ino != old, "the old file was written over"
    assert [file.name for file in tmp_path.iterdir()] == ["run.pt"]
