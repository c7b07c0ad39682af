"""Measures the live session: from the write of a file to the verdict on the screen."""

from __future__ import annotations

import contextlib
import os
import random
import re
import select
import statistics
import subprocess
import sys
import time
from collections.abc import Iterator
from dataclasses import dataclass
from pathlib import Path

from sensei import path
from sensei.errors import SenseiError
from sensei.lesson import Lesson
from sensei.path import Home

SAVES = 40
SEQUENCE = re.compile(rb"\x1b\[[0-9;?]*[a-zA-Z]")
"""What sets colours and moves the cursor of a terminal."""
PATIENCE = 60.0
"""Seconds until something must have come: importing torch is in them."""


@dataclass(frozen=True)
class Figures:
    """Seconds. start: until the koan is shown; saves: from a write to its verdict;
    burst: from the first of ten writes in two seconds to the verdict on the last.
    """

    start: float
    saves: tuple[float, ...]
    burst: float
    cold: float

    @property
    def median(self) -> float:
        return statistics.median(self.saves)

    @property
    def high(self) -> float:
        """The 95th percentile."""
        return statistics.quantiles(self.saves, n=20)[-1]


def measure(home: Home) -> Figures:
    """Measure a session in a checkout that may be written to.

    Raises SenseiError where there is no pseudo-terminal, or no answer comes.
    """
    if sys.platform == "win32":
        raise SenseiError(
            "The session is measured in a pseudo-terminal: not on Windows."
        )
    lesson = next(x for x in path.read(home).lessons if x.kind == "prediction")
    file = home.koan(lesson)
    file.write_text(lesson.koan, encoding="utf-8")
    began = time.perf_counter()
    with _session(home) as terminal:
        _wait(terminal, f"{lesson.slug}.py:")
        start = time.perf_counter() - began
        draw = random.Random(0)
        saves = [_save(terminal, file, lesson, 90_000 + n, draw) for n in range(SAVES)]
        burst = _burst(terminal, file, lesson)
        os.write(terminal, b"q")
    return Figures(start, tuple(saves[5:]), burst, _cold(home, file))


def _save(
    terminal: int, file: Path, lesson: Lesson, number: int, draw: random.Random
) -> float:
    """Save a wrong answer and return how long its verdict takes to be shown."""
    time.sleep(draw.uniform(0.15, 0.35))  # nobody saves faster, and never in step
    text = lesson.fill_koan(str(number))
    began = time.perf_counter()
    file.write_text(text, encoding="utf-8")
    _wait(terminal, f"your answer  {number}")
    return time.perf_counter() - began


def _burst(terminal: int, file: Path, lesson: Lesson) -> float:
    began = time.perf_counter()
    for n in range(10):
        time.sleep(max(0.0, began + 0.2 * n - time.perf_counter()))
        file.write_text(lesson.fill_koan(str(80_000 + n)), encoding="utf-8")
    _wait(terminal, "your answer  80009")
    return time.perf_counter() - began


@contextlib.contextmanager
def _session(home: Home) -> Iterator[int]:
    """Start a session in a pseudo-terminal of 80 by 24; yield its descriptor."""
    import fcntl
    import pty
    import struct
    import termios

    ours, theirs = pty.openpty()
    fcntl.ioctl(theirs, termios.TIOCSWINSZ, struct.pack("HHHH", 24, 80, 0, 0))
    process = subprocess.Popen(
        [sys.executable, "-m", "sensei", "koans"],
        cwd=home.root,
        stdin=theirs,
        stdout=theirs,
        stderr=theirs,
        env={**os.environ, "TERM": "xterm-256color"},
        start_new_session=True,
    )
    os.close(theirs)
    try:
        yield ours
    finally:
        process.terminate()
        process.wait()
        os.close(ours)


def _wait(terminal: int, words: str) -> None:
    """Read what is written to the terminal until these words come."""
    seen, end = b"", time.monotonic() + PATIENCE
    while words.encode() not in SEQUENCE.sub(b"", seen):
        ready, _, _ = select.select([terminal], [], [], max(0, end - time.monotonic()))
        if not ready:
            raise SenseiError(f"The session did not show {words!r}.")
        try:
            seen += os.read(terminal, 65536)
        except OSError:
            raise SenseiError(f"The session ended: {seen[-500:]!r}") from None


def _cold(home: Home, file: Path) -> float:
    """Return how long plain pytest takes for the same file, the median of three."""
    taken = []
    for _ in range(3):
        began = time.perf_counter()
        command = [sys.executable, "-m", "pytest", "-q", str(file)]
        subprocess.run(command, cwd=home.root, capture_output=True)
        taken.append(time.perf_counter() - began)
    return statistics.median(taken)
