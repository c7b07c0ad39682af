"""A tiny checkout to learn in: lessons that import no torch, so that they run fast."""

from __future__ import annotations

import contextlib
import os
import shutil
import signal
import subprocess
import sys
from collections.abc import Iterator
from pathlib import Path

from sensei import path
from sensei.judge import Judge
from sensei.lesson import Lesson
from sensei.path import Home
from sensei.verdict import Verdict

REPOSITORY = Path(__file__).resolve().parents[1]

SUM = '''\
"""A sum counts all of its numbers.

Each is counted once, however many there are.

Hint: Count on your fingers.
Hint: It is more than six.
Wrong: That is the first two.
    5
Wrong: That is their number.
    3
See: math.fsum
"""


def test_the_sum_of_three():
    numbers = [2, 3, 4]
    assert sum(numbers) == 9  # blank
'''

DOUBLE = '''\
"""A function hands back what it returns.

Without a return it hands back None.

Hint: Say return.
Wrong: That is half of what is asked.
    return x
Wrong: Nothing is handed back.
    2 * x
See: operator.mul
"""


def double(x):
    # blank: hand back twice x
    return 2 * x
    # end


def test_it_doubles():
    assert double(4) == 8
'''

REPAIR = '''\
"""A loop over a slice leaves some out.

The slice `[1:]` begins with the second.

Hint: Which number is never seen?
Wrong: This leaves out the last.
    for number in numbers[:-1]:
        result += number
Wrong: This counts the numbers.
    for _ in numbers:
        result += 1
See: math.fsum
"""


def total(numbers):
    result = 0
    # broken: add all of the numbers
    # for number in numbers[1:]:
    #     result += number
    for number in numbers:
        result += number
    # end
    return result


def test_the_total():
    assert total([5, 6]) == 11
'''

THREE = {
    "01_first/test_01_sums.py": SUM,
    "01_first/test_02_doubles.py": DOUBLE,
    "02_second/test_01_totals.py": REPAIR,
}


class Checkout:
    """A checkout in a folder of its own, with its koans as they come."""

    def __init__(self, root: Path, lessons: dict[str, str] | None = None) -> None:
        self.home = Home(root)
        (root / "koans").mkdir(parents=True)
        (root / "solutions").mkdir()
        for name in ("conftest.py", "pyproject.toml", "koans/__init__.py"):
            shutil.copy(REPOSITORY / name, root / name)
        for name, source in (THREE if lessons is None else lessons).items():
            file = root / "solutions" / name
            file.parent.mkdir(exist_ok=True)
            file.write_text(source, encoding="utf-8")
        for lesson in self.lessons():
            self.write(lesson, lesson.koan)

    def lessons(self) -> tuple[Lesson, ...]:
        return path.read(self.home).lessons

    def lesson(self, slug: str) -> Lesson:
        return path.read(self.home).find(slug)

    def file(self, slug: str) -> Path:
        return self.home.koan(self.lesson(slug))

    def write(self, lesson: Lesson, text: str) -> None:
        file = self.home.koan(lesson)
        file.parent.mkdir(exist_ok=True)
        file.write_text(text, encoding="utf-8")

    def answer(self, slug: str, code: str | None = None) -> None:
        """Put code at the blank; without it, the solution's answer."""
        lesson = self.lesson(slug)
        self.write(lesson, lesson.fill_koan(lesson.answer if code is None else code))

    def edit(self, slug: str, old: str, new: str) -> None:
        file = self.file(slug)
        text = file.read_text(encoding="utf-8")
        assert old in text
        file.write_text(text.replace(old, new), encoding="utf-8")

    def judge(self, slug: str, timeout: float = 10.0) -> Verdict:
        [verdict] = Judge(self.home, timeout=timeout).judge([self.lesson(slug)])
        return verdict

    def sensei(self, *arguments: str) -> subprocess.CompletedProcess[str]:
        """Run `python -m sensei`, 80 columns wide and without colour."""
        return subprocess.run(
            self.command(*arguments),
            cwd=REPOSITORY,
            env=environment(),
            capture_output=True,
            text=True,
            encoding="utf-8",
            timeout=300,
        )

    def command(self, *arguments: str) -> list[str]:
        root = str(self.home.root)
        return [sys.executable, "-m", "sensei", "--root", root, *arguments]

    def pytest(self, *arguments: str) -> subprocess.CompletedProcess[str]:
        """Run plain pytest in the checkout."""
        return subprocess.run(
            [sys.executable, "-m", "pytest", "-p", "no:cacheprovider", *arguments],
            cwd=self.home.root,
            env=environment(),
            capture_output=True,
            text=True,
            encoding="utf-8",
            timeout=300,
        )


def environment() -> dict[str, str]:
    """Return the environment without what make, pytest and a terminal put there."""
    mine = ("PYTEST_", "MAKE", "COV_")
    kept = {k: v for k, v in os.environ.items() if not k.startswith(mine)}
    return {**kept, "COLUMNS": "80", "NO_COLOR": "1", "PYTHONIOENCODING": "utf-8"}


@contextlib.contextmanager
def interruptible() -> Iterator[None]:
    """Let what is started here hear Ctrl-C, even within a `pytest ... &`."""
    before = signal.signal(signal.SIGINT, signal.default_int_handler)
    try:
        yield
    finally:
        signal.signal(signal.SIGINT, before)
