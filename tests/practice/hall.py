"""A checkout of its own for a test, in which koans have been passed."""

from __future__ import annotations

import os
import shutil
import subprocess
import sys
from collections.abc import Sequence
from datetime import datetime, timedelta, timezone
from pathlib import Path

from sensei import journal, path
from sensei.journal import Attempt
from sensei.lesson import Lesson
from sensei.path import Home

ROOT = Path(__file__).resolve().parents[2]
TOPICS = ("01_creation", "09_autograd_graph")
WHOLE = ("conftest.py", "pyproject.toml", "Makefile")


def made(root: Path, topics: Sequence[str] = TOPICS) -> Home:
    """Make a checkout with some topics, and nothing passed."""
    for tree in ("solutions", "koans"):
        for topic in topics:
            shutil.copytree(ROOT / tree / topic, root / tree / topic)
    shutil.copy(ROOT / "koans" / "__init__.py", root / "koans")
    for name in WHOLE:
        shutil.copy(ROOT / name, root)
    (root / "sensei").symlink_to(ROOT / "sensei")
    return Home(root)


def passed(home: Home, days: float = 10.0) -> tuple[Lesson, ...]:
    """Record that all koans were passed some days ago; return the lessons."""
    now = datetime.now(timezone.utc)
    lessons = path.read(home).lessons
    with journal.opened(home.records / "journal.db", now) as opened:
        for lesson in lessons:
            at = now - timedelta(days=days)
            opened.add(Attempt(lesson.slug, at, "passed", 0.1, "x", 0, "f"))
    return lessons


def command(home: Home, *words: str) -> list[str]:
    return [sys.executable, "-m", "sensei", "--root", str(home.root), *words]


def environment() -> dict[str, str]:
    return {**os.environ, "COLUMNS": "90", "TERM": "xterm-256color", "TZ": "UTC"}


def run(home: Home, *words: str) -> subprocess.CompletedProcess[str]:
    """Run sensei without a terminal."""
    return subprocess.run(
        command(home, *words),
        cwd=ROOT,
        env=environment(),
        stdin=subprocess.DEVNULL,
        capture_output=True,
        text=True,
        timeout=60,
    )
