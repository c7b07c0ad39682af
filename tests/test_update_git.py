"""When git cannot go forward, an update refuses, and all is as it was."""

from __future__ import annotations

import random
from pathlib import Path

import pytest

from sensei import upstream
from sensei.errors import SenseiError
from sensei.path import Home
from tests import update_world as world

originals, root = world.originals, world.root


@pytest.fixture
def git() -> bool:
    return True


def refused(root: Path, why: str) -> None:
    """Assert that an update is refused for this reason and changes nothing."""
    before = contents(root)
    head = world.git(root, "rev-parse", "HEAD")
    with pytest.raises(SenseiError, match=why):
        world.update(root, git=True)
    assert before.items() <= contents(root).items()
    assert world.git(root, "rev-parse", "HEAD") == head


def contents(root: Path) -> dict[Path, bytes]:
    """Return what is in `koans/`."""
    files = [file for file in (root / "koans").rglob("*.*") if file.is_file()]
    return {file: file.read_bytes() for file in files}


def test_a_branch_that_has_diverged_is_refused(root: Path) -> None:
    world.learn(root, random.Random(1))
    world.git(root, "commit", "-q", "-a", "-m", "my answers")
    refused(root, "each gone their own way")


def test_a_branch_that_has_diverged_can_take_a_folder(root: Path) -> None:
    wrote = world.learn(root, random.Random(1))
    world.git(root, "commit", "-q", "-a", "-m", "my answers")
    world.git(root, "fetch", "-q")
    world.git(root, "worktree", "add", "-q", "../new", "origin/main")
    world.update(root, git=False)
    world.as_the_new_version(root)
    assert set(wrote.values()) <= world.everything(root)


def test_a_branch_without_upstream_is_refused(root: Path) -> None:
    world.git(root, "switch", "-q", "-c", "mine")
    refused(root, "has no upstream")


def test_a_detached_head_is_refused(root: Path) -> None:
    world.git(root, "switch", "-q", "--detach")
    refused(root, "No branch is checked out")


def test_a_merge_under_way_is_refused(root: Path) -> None:
    (root / ".git/MERGE_HEAD").write_text(world.git(root, "rev-parse", "HEAD") + "\n")
    refused(root, "A merge is under way")


def test_changed_files_that_are_no_koans_are_refused(root: Path) -> None:
    (root / "data/numbers.txt").write_text("mine\n")
    refused(root, r"data/numbers.txt: changed here")


def test_changed_lessons_are_refused(root: Path) -> None:
    (root / "solutions/03_third/test_01_is_retired.py").unlink()
    refused(root, "test_01_is_retired.py: changed here")


def test_a_file_of_the_learner_that_upstream_brings_is_refused(root: Path) -> None:
    (root / "sensei/only_new.py").write_text("mine")
    refused(root, "brings sensei/only_new.py, and you have")


def test_an_upstream_out_of_reach_is_refused(root: Path) -> None:
    world.git(root, "remote", "set-url", "origin", "../nowhere.git")
    refused(root, "git fetch has failed")


def test_another_git_at_work_is_refused(root: Path) -> None:
    (root / ".git/index.lock").write_text("")
    refused(root, "Another git is at work here")


def test_a_folder_inside_another_checkout_is_refused(root: Path) -> None:
    with pytest.raises(SenseiError, match="no git checkout of its own"):
        upstream.look(Home(root / "koans"))


def test_a_merge_that_fails_gives_all_back(
    root: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    world.learn(root, random.Random(2))
    real = upstream.Git.line

    def line(self: upstream.Git, *words: str, **options: str) -> str:
        if "merge" in words:
            world.git(root, "checkout", "-q", "origin/main", "--", "data", "solutions")
            raise SenseiError("git merge has failed")
        return real(self, *words, **options)

    with monkeypatch.context() as patch:
        patch.setattr(upstream.Git, "line", line)
        refused(root, "(?s)git merge has failed.*as they were")
    assert not (root / ".sensei/update").exists()
    assert (root / "data/numbers.txt").read_text() == "old\n"
    world.update(root, git=True)
    world.as_the_new_version(root)


def test_answers_that_were_staged_are_kept(root: Path) -> None:
    wrote = world.learn(root, random.Random(4))
    world.git(root, "add", "-A")
    world.update(root, git=True)
    world.as_the_new_version(root)
    assert set(wrote.values()) <= world.everything(root)


def test_only_koans_with_answers_differ_from_the_new_commit(root: Path) -> None:
    world.learn(root, random.Random(6))
    world.update(root, git=True)
    changed = world.git(root, "diff", "--name-only", "HEAD").splitlines()
    assert all(upstream.is_koan(name) for name in changed)
    assert world.git(root, "status", "-sb").splitlines()[0] == "## main...origin/main"


def test_commits_of_ones_own_are_no_hindrance_while_upstream_stands(
    root: Path,
) -> None:
    world.update(root, git=True)
    world.git(root, "commit", "-q", "--allow-empty", "-m", "mine")
    assert upstream.look(Home(root)) is None
