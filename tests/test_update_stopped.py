"""An update that is stopped, at whatever point, and called again."""

from __future__ import annotations

import os
import random
import signal
import subprocess
import sys
from pathlib import Path

import pytest

from sensei import halfway
from sensei.path import Home
from tests import update_world as world

SEED = 21
REPOSITORY = Path(__file__).resolve().parents[1]
DRIVER = """
import sys
from pathlib import Path
from tests import update_world
update_world.update(Path(sys.argv[1]), git=sys.argv[2] == "True")
"""


class Stopped(BaseException):
    """The process would have been killed here."""


class Stopper:
    """Stops the process before its n-th change to the disk, call of git included."""

    def __init__(self, monkeypatch: pytest.MonkeyPatch, at: int) -> None:
        self.left = at
        self.count = 0
        for module, name in [
            ("os", "replace"),
            ("os", "unlink"),
            ("os", "mkdir"),
            ("shutil", "rmtree"),
            ("shutil", "copytree"),
            ("subprocess", "run"),
        ]:
            self.watch(monkeypatch, f"{module}.{name}")
        monkeypatch.setattr("os.fsync", lambda handle: None)
        monkeypatch.setattr("sensei.upstream.STALE", 0.2)

    def watch(self, monkeypatch: pytest.MonkeyPatch, name: str) -> None:
        module, _, function = name.rpartition(".")
        real = getattr(sys.modules[module], function)

        def watched(*args: object, **kwargs: object) -> object:
            self.count += 1
            self.left -= 1
            if self.left == 0:
                raise Stopped
            return real(*args, **kwargs)

        monkeypatch.setattr(name, watched)


@pytest.mark.parametrize("part", range(8))
def test_an_update_stopped_at_any_write_ends_as_if_it_had_not_been(
    git: bool, part: int, tmp_path: Path, originals: dict[bool, Path]
) -> None:
    stopped, at = True, part + 1
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
        at += 8


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


@pytest.mark.skipif(sys.platform == "win32", reason="no kill -9 there")
@pytest.mark.parametrize("whole_group", [True, False], ids=["with_git", "alone"])
def test_an_update_killed_at_random_ends_as_if_it_had_not_been(
    root: Path, git: bool, whole_group: bool
) -> None:
    rng = random.Random(SEED)
    wrote = set(world.learn(root, rng).values())
    command = [sys.executable, "-c", DRIVER, str(root), str(git)]
    for attempt in range(20):
        process = subprocess.Popen(
            command, cwd=REPOSITORY, start_new_session=True, stderr=subprocess.PIPE
        )
        try:  # later each time, so that it comes to an end
            _, said = process.communicate(timeout=0.12 + 0.05 * attempt * rng.random())
        except subprocess.TimeoutExpired:
            if whole_group:
                os.killpg(process.pid, signal.SIGKILL)
            else:
                process.kill()
            process.communicate()
            assert wrote <= world.everything(root)
            continue
        assert process.returncode == 0, said.decode()
        break
    world.update(root, git=git)
    world.as_the_new_version(root)
    assert wrote <= world.everything(root)
