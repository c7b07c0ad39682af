"""A checkout of its own for a test, in which koans have been passed."""

from __future__ import annotations

import contextlib
import io
import os
import shutil
import sys
from collections.abc import Sequence
from dataclasses import dataclass
from datetime import datetime, timedelta, timezone
from pathlib import Path
from unittest import mock

import sensei.practice.commands  # noqa: F401  (its commands)
from sensei import cli, journal, path
from sensei.guard import guarded
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
    """Return the environment of a learner who did not call make."""
    mine = {"COLUMNS": "90", "TERM": "xterm-256color", "TZ": "UTC"}
    return {k: v for k, v in os.environ.items() if k != "MAKELEVEL"} | mine


@dataclass(frozen=True)
class Done:
    """What a command printed, and its exit status."""

    returncode: int
    stdout: str
    stderr: str


def run(home: Home, *words: str) -> Done:
    """Run a command of sensei's in this process, without a terminal."""
    before, code = cli.here.home, 0
    out, err = io.StringIO(), io.StringIO()
    with (
        mock.patch.dict(os.environ, environment(), clear=True),
        contextlib.redirect_stdout(out),
        contextlib.redirect_stderr(err),
    ):
        try:
            with guarded(lambda: home):
                cli.app(["--root", str(home.root), *words])
        except SystemExit as end:
            code = int(end.code or 0)
        finally:
            cli.here.home = before
    return Done(code, out.getvalue(), err.getvalue())
