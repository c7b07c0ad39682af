"""Processes that record and overwrite koans, killed at any point or two at once."""

from __future__ import annotations

import json
import os
import shutil
import sqlite3
import subprocess
import sys
from pathlib import Path

import pytest

from tests import update_world as world

REPOSITORY = Path(__file__).resolve().parents[1]
KILLS = 240

pytestmark = pytest.mark.skipif(sys.platform == "win32", reason="no kill -9 there")


@pytest.fixture
def root(tmp_path: Path) -> Path:
    world.lay_out(tmp_path, world.OLD, "old")
    shutil.rmtree(tmp_path / "sensei")
    (tmp_path / "sensei").symlink_to(REPOSITORY / "sensei")
    for name in ("conftest.py", "pyproject.toml", "koans/__init__.py"):
        shutil.copyfile(REPOSITORY / name, tmp_path / name)
    return tmp_path


def sensei(root: Path, *words: str) -> subprocess.Popen[str]:
    environment = {**os.environ, "NO_COLOR": "1"}
    return subprocess.Popen(
        [sys.executable, "-m", "sensei", "--root", str(root), *words],
        cwd=REPOSITORY,
        env=environment,
        stdout=subprocess.PIPE,
        stderr=subprocess.STDOUT,
        text=True,
    )


def test_nothing_is_lost_or_corrupt_after_many_kills(root: Path) -> None:
    command = [sys.executable, "-m", "tests.kill_driver", str(root), str(KILLS), "7"]
    done = subprocess.run(command, cwd=REPOSITORY, capture_output=True, text=True)
    assert done.returncode == 0, done.stderr
    seen = json.loads(done.stdout)
    assert seen["faults"] == []
    assert seen["attempts"] > KILLS / 2


def test_two_walks_at_once_record_both_and_corrupt_nothing(root: Path) -> None:
    lessons = world.read(world.OLD)
    kept = root / "koans" / lessons["kept_as_it_is"].path
    kept.write_text(lessons["kept_as_it_is"].fill_koan("11"), encoding="utf-8")
    both = [sensei(root, "koans"), sensei(root, "koans")]
    said = [process.communicate()[0] for process in both]
    assert [process.returncode for process in both] == [1, 1], said
    db = sqlite3.connect(root / ".sensei/journal.db")
    assert db.execute("PRAGMA integrity_check").fetchall() == [("ok",)]
    verdicts = db.execute("SELECT DISTINCT slug, verdict FROM attempts").fetchall()
    db.close()
    assert verdicts == [("kept_as_it_is", "passed")]


def test_reset_beside_a_walk_leaves_whole_files(root: Path) -> None:
    lesson = world.read(world.OLD)["kept_as_it_is"]
    kept = root / "koans" / lesson.path
    answered = lesson.fill_koan("11")
    kept.write_text(answered, encoding="utf-8")
    both = [sensei(root, "koans"), sensei(root, "reset", "kept_as_it_is")]
    said = [process.communicate()[0] for process in both]
    assert "Traceback" not in "".join(said)
    assert [both[0].returncode, both[1].returncode] == [1, 0], said
    assert kept.read_text(encoding="utf-8") == lesson.koan
    [copy] = (root / ".sensei/backup/kept_as_it_is").glob("*.py")
    assert copy.read_text(encoding="utf-8") == answered
    db = sqlite3.connect(root / ".sensei/journal.db")
    assert db.execute("PRAGMA integrity_check").fetchall() == [("ok",)]
    db.close()


def test_a_second_update_says_that_there_is_a_first(tmp_path: Path) -> None:
    root = world.make_archive(tmp_path)
    from sensei.lock import alone

    with alone(root / ".sensei/update.lock", "An update"):
        said, _ = sensei(root, "update", "--from", str(tmp_path / "new")).communicate()
    assert "An update is at work here already" in said
    assert not (root / ".sensei/update").exists()
