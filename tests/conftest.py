"""A learner's checkout, with git and without."""

from __future__ import annotations

from pathlib import Path

import pytest

from tests import update_world as world


@pytest.fixture(scope="session")
def originals(tmp_path_factory: pytest.TempPathFactory) -> dict[bool, Path]:
    """Where a learner's checkout is made, with git and without: copied by tests."""
    folders = {form: tmp_path_factory.mktemp("world") for form in (True, False)}
    world.make_git(folders[True])
    world.make_archive(folders[False])
    return folders


@pytest.fixture(params=[True, False], ids=["git", "archive"])
def git(request: pytest.FixtureRequest) -> bool:
    """The form of an update."""
    return bool(request.param)


@pytest.fixture
def root(git: bool, tmp_path: Path, originals: dict[bool, Path]) -> Path:
    """A learner's checkout at the old version, where the new one can be had."""
    return world.clone(originals[git], tmp_path)
