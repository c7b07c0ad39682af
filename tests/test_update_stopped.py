"""An update that is stopped, at whatever point, and called again."""

from __future__ import annotations

import functools
import random
import sys
from pathlib import Path

import pytest

from sensei import halfway
from sensei import lesson as lessons
from sensei.path import Home
from tests import update_world as world

SEED = 21
WRITING = {"fetch", "read-tree", "checkout-index", "checkout", "rm", "merge"}
originals, git, root = world.originals, world.form, world.root


class Stopped(BaseException):
    """The process would have been killed here."""


class Stopper:
    """Stops the process before its n-th change to the disk, call of git included."""

    def __init__(self, monkeypatch: pytest.MonkeyPatch, at: int) -> None:
        self.left = at
        for module, name in [
            ("os", "replace"),
            ("os", "unlink"),
            ("shutil", "rmtree"),
            ("shutil", "copytree"),
            ("subprocess", "run"),
        ]:
            self.watch(monkeypatch, f"{module}.{name}")
        monkeypatch.setattr("os.fsync", lambda handle: None)
        monkeypatch.setattr("sensei.forward.STALE", 0.2)

    def watch(self, monkeypatch: pytest.MonkeyPatch, name: str) -> None:
        module, _, function = name.rpartition(".")
        real = getattr(sys.modules[module], function)

        def watched(*args: object, **kwargs: object) -> object:
            self.left -= writes(args, kwargs)
            if self.left == 0:
                self.left = -1
                raise Stopped
            return real(*args, **kwargs)

        monkeypatch.setattr(name, watched)


def writes(args: tuple[object, ...], kwargs: dict[str, object]) -> bool:
    """Say whether a call counts: git may only look, and a tree goes file by file."""
    words = args[0] if isinstance(args[0], list) else []
    looks = words[:1] == ["git"] and not WRITING & set(words)
    return not looks and "dir_fd" not in kwargs


def test_an_update_stopped_at_any_write_ends_as_if_it_had_not_been(
    git: bool,
    tmp_path: Path,
    originals: dict[bool, Path],
    monkeypatch: pytest.MonkeyPatch,
) -> None:
    monkeypatch.setattr("sensei.lesson.read", functools.cache(lessons.read))
    stopped, at = True, 1
    while stopped:
        folder = tmp_path / str(at)
        folder.mkdir()
        root = world.clone(originals[git], folder)
        wrote = set(world.learn(root, random.Random(SEED)).values())
        stopped = False
        with pytest.MonkeyPatch.context() as patch:
            Stopper(patch, at)
            try:
                world.update(root, git=git)
            except Stopped:
                stopped = True
        assert wrote <= world.everything(root), f"lost at write {at}"
        with pytest.MonkeyPatch.context() as patch:
            patch.setattr("os.fsync", lambda handle: None)
            if stopped:
                world.update(root, git=git)
        assert wrote <= world.everything(root), f"lost after write {at}"
        world.as_the_new_version(root)
        assert (root / "koans/01_first/test_01_kept_as_it_is.py").exists()
        at += 1
    assert at > 30


def test_a_koan_edited_while_the_update_is_half_done_is_kept(
    root: Path, git: bool, monkeypatch: pytest.MonkeyPatch
) -> None:
    world.learn(root, random.Random(SEED))
    with pytest.MonkeyPatch.context() as patch:
        patch.setattr("sensei.finish.here", _stop)
        with pytest.raises(Stopped):
            world.update(root, git=git)
    assert halfway.half_done(Home(root))
    files = sorted((root / "koans").rglob("test_*.py"))
    for file in files:
        file.write_text(f"new thoughts on {file.name}\n")
    world.update(root, git=git)
    world.as_the_new_version(root)
    for file in files:
        assert f"new thoughts on {file.name}\n".encode() in world.everything(root)


def _stop(home: Home) -> list[halfway.Told]:
    raise Stopped
