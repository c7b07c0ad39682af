"""A session in a pseudo-terminal, driven as a learner does: by keys and by saves."""

from __future__ import annotations

import contextlib
import re
import sqlite3
import time
from collections.abc import Callable, Iterator
from dataclasses import dataclass, field
from pathlib import Path

import pexpect
import pyte

from sensei.lesson import Lesson
from sensei.path import Home
from tests.practice import hall

WIDTH, HEIGHT = 100, 50
PATIENCE = 60.0
"""Seconds to wait for what should happen."""


@dataclass
class Terminal:
    """A running session, and what its screen shows."""

    home: Home
    lessons: tuple[Lesson, ...]
    child: pexpect.spawn[str]
    screen: pyte.Screen = field(default_factory=lambda: pyte.Screen(WIDTH, HEIGHT))

    def __post_init__(self) -> None:
        self.stream = pyte.Stream(self.screen)
        self.printed = ""

    @property
    def text(self) -> str:
        return "\n".join(line.rstrip() for line in self.screen.display)

    def until(self, true: Callable[[], bool]) -> None:
        """Read what the session writes until something is true."""
        end = time.monotonic() + PATIENCE
        while not true():
            if time.monotonic() > end:
                raise AssertionError(f"it did not happen:\n{self.text}")
            self._read()

    def _read(self) -> None:
        try:
            text = self.child.read_nonblocking(65536, 0.05)
        except pexpect.TIMEOUT:
            return
        except pexpect.EOF:
            time.sleep(0.01)
            return
        self.printed += text
        self.stream.feed(text)

    def shows(self, text: str) -> None:
        self.until(lambda: text in self.text or text in " ".join(self.text.split()))

    def has_lesson(self) -> bool:
        return re.search(r"practice/\S+\.py:\d", self.text) is not None

    @property
    def lesson(self) -> Lesson:
        """The lesson of the item on the screen."""
        self.until(self.has_lesson)
        found = re.search(r"practice/(\S+\.py):\d", self.text)
        assert found is not None
        return next(x for x in self.lessons if x.path == found[1])

    def file(self, lesson: Lesson) -> Path:
        return self.home.root / "practice" / lesson.path

    def save(self, lesson: Lesson, answer: str) -> None:
        self.file(lesson).write_text(lesson.fill_koan(answer), encoding="utf-8")

    def press(self, key: str) -> None:
        self.child.send(key)

    def rows(self, statement: str) -> list[tuple[object, ...]]:
        """Ask the journal, as another process may at any time."""
        file = self.home.records / "journal.db"
        with contextlib.closing(sqlite3.connect(file, timeout=10)) as db:
            return db.execute(statement).fetchall()

    def results(self) -> list[tuple[object, ...]]:
        return self.rows("SELECT slug, outcome, grade FROM results ORDER BY id")

    def ends(self) -> str:
        """Wait for the end; return what is left in the terminal."""
        self.until(lambda: not self.child.isalive())
        for _ in range(3):
            self._read()
        return re.sub(r"\x1b\[[0-9;?<>=]*[A-Za-z]", "", self.printed)


@contextlib.contextmanager
def session(home: Home, lessons: tuple[Lesson, ...], *words: str) -> Iterator[Terminal]:
    """Begin a session of practice; whatever happens, it is gone afterwards."""
    program, *arguments = hall.command(home, "practice", *words)
    child = pexpect.spawn(
        program,
        arguments,
        cwd=str(hall.ROOT),
        env={**hall.environment(), "LINES": str(HEIGHT), "COLUMNS": str(WIDTH)},
        dimensions=(HEIGHT, WIDTH),
        encoding="utf-8",
    )
    try:
        yield Terminal(home, lessons, child)
    finally:
        child.close(force=True)
