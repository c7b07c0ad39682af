"""The copies to work on, in a checkout of their own."""

from __future__ import annotations

import subprocess
import sys
from pathlib import Path

import pytest

from sensei import path
from sensei.errors import SenseiError
from sensei.lesson import Lesson
from sensei.path import Home
from sensei.practice import hall
from tests.practice import hall as halls


@pytest.fixture
def home(tmp_path: Path) -> Home:
    return halls.made(tmp_path, ("01_creation",))


@pytest.fixture
def lesson(home: Home) -> Lesson:
    return path.read(home).lessons[0]


def pytest_of(home: Home, file: Path) -> subprocess.CompletedProcess[str]:
    return subprocess.run(
        [sys.executable, "-m", "pytest", "-q", str(file)],
        cwd=home.root,
        capture_output=True,
        text=True,
    )


def test_a_copy_that_holds_its_blank_is_incomplete(home: Home, lesson: Lesson) -> None:
    file = hall.lay_out(home, lesson)
    done = pytest_of(home, file)
    assert done.returncode == 1
    assert f"practice/{lesson.path}:" in done.stdout
    assert "incomplete: put your answer in place of `__`" in done.stdout


def test_a_copy_with_its_answer_passes_under_plain_pytest(
    home: Home, lesson: Lesson
) -> None:
    file = hall.lay_out(home, lesson)
    file.write_text(lesson.fill_koan(lesson.answer), encoding="utf-8")
    assert pytest_of(home, file).returncode == 0


def test_a_copy_is_fresh_unless_it_is_to_be_kept(home: Home, lesson: Lesson) -> None:
    file = hall.lay_out(home, lesson)
    file.write_text("mine", encoding="utf-8")
    hall.lay_out(home, lesson, keep=True)
    assert file.read_text(encoding="utf-8") == "mine"
    hall.lay_out(home, lesson)
    assert file.read_text(encoding="utf-8") == lesson.koan


def test_a_folder_that_cannot_be_written_is_told(home: Home, lesson: Lesson) -> None:
    (home.root / "practice").write_text("a file where the folder should be")
    with pytest.raises(SenseiError, match="cannot be written"):
        hall.lay_out(home, lesson)


def test_git_ignores_the_copies_and_not_the_code() -> None:
    def ignored(name: str) -> bool:
        command = ["git", "check-ignore", "-q", "--no-index", name]
        return subprocess.run(command, cwd=halls.ROOT).returncode == 0

    assert ignored("practice/01_creation/test_01_x.py")
    assert not ignored("sensei/practice/plan.py")
