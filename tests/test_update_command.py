"""`python -m sensei update`, which replaces sensei itself."""

from __future__ import annotations

import os
import shutil
import subprocess
import sys
from pathlib import Path

import pytest

from tests import update_world as world

REPOSITORY = Path(__file__).resolve().parents[1]
MARKED = """
_here = here
def here(home):
    (home.root / "marker").write_text("by the new version")
    return _here(home)
"""


@pytest.fixture
def root(tmp_path: Path) -> Path:
    """A learner's checkout, and a new version of path and sensei beside it."""
    root = world.make_archive(tmp_path)
    for folder in (root, tmp_path / "new"):
        shutil.rmtree(folder / "sensei")
        ignore = shutil.ignore_patterns("__pycache__")
        shutil.copytree(REPOSITORY / "sensei", folder / "sensei", ignore=ignore)
    file = tmp_path / "new/sensei/finish.py"
    text = file.read_text(encoding="utf-8")
    file.write_text(text.replace("def main(", f"{MARKED}\n\ndef main("))
    lesson = world.read(world.OLD)["reworded_value"]
    (root / "koans" / lesson.path).write_text(lesson.fill_koan("13"))
    return root


def sensei(root: Path, *words: str) -> subprocess.CompletedProcess[str]:
    environment = {k: v for k, v in os.environ.items() if k != "MAKELEVEL"}
    return subprocess.run(
        [sys.executable, "-m", "sensei", *words],
        cwd=root,
        env={**environment, "NO_COLOR": "1", "COLUMNS": "80"},
        capture_output=True,
        text=True,
    )


def test_the_new_version_finishes_what_the_old_one_began(root: Path) -> None:
    done = sensei(root, "update", "--from", str(root.parent / "new"))
    assert done.returncode == 0, done.stderr
    assert (root / "marker").read_text() == "by the new version"
    assert MARKED in (root / "sensei/finish.py").read_text()
    assert "koans/01_first/test_04_reworded_value.py has a new text" in done.stdout
    assert "What was overwritten is kept in .sensei/backup/update-" in done.stdout


def test_an_update_that_overwrites_nothing_keeps_no_copies(root: Path) -> None:
    same = root.parent / "same"
    shutil.copytree(root, same)
    done = sensei(root, "update", "--from", str(same))
    assert done.returncode == 0, done.stderr
    assert "overwritten" not in done.stdout
    assert not list((root / ".sensei").glob("backup/*"))


def test_the_old_version_finishes_where_the_new_one_cannot(root: Path) -> None:
    (root.parent / "new/sensei/finish.py").write_text("import no_such_library\n")
    done = sensei(root, "update", "--from", str(root.parent / "new"))
    assert done.returncode == 0, done.stderr
    assert "has a new text, and your answer" in done.stdout


def test_a_preview_says_what_would_happen(root: Path) -> None:
    done = sensei(root, "update", "--dry-run", "--from", str(root.parent / "new"))
    assert done.returncode == 0, done.stderr
    assert "nothing is written" in done.stdout
    assert "test_04_reworded_value.py has a new text" in done.stdout
    assert not (root / ".sensei").exists()


def test_a_half_done_update_is_finished_by_a_sensei_of_two_versions(
    root: Path,
) -> None:
    new = root.parent / "new"
    stop = "import os, sensei.stage as s\n"
    stop += "def lay_over(*a, only='', o=s.lay_over):\n"
    stop += "    os._exit(9) if only else o(*a)\ns.lay_over = lay_over\n"
    main = root / "sensei/updating.py"
    whole = main.read_text(encoding="utf-8")
    main.write_text(whole.replace("app, console", "app, console", 1) + stop)
    assert sensei(root, "update", "--from", str(new)).returncode == 9
    main.write_text("not python at all(")
    refused = sensei(root, "koans")
    assert refused.returncode == 2
    assert "An update was stopped half-way; nothing is lost" in refused.stderr
    shutil.move(new, root.parent / "again")
    done = sensei(root, "update", "--from", str(root.parent / "again"))
    assert done.returncode == 0, done.stderr
    assert "It is finished now" in done.stdout
    assert main.read_text(encoding="utf-8") == whole


def test_no_git_and_no_folder_is_told_plainly(root: Path) -> None:
    done = sensei(root, "update")
    assert done.returncode == 2
    assert "is no git checkout of its own" in " ".join(done.stderr.split())
    assert "Traceback" not in done.stderr
