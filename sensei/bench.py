"""Measures, in one run, how long the things take that people wait for."""

from __future__ import annotations

import os
import platform
import subprocess
import sys
import tempfile
import time
from collections.abc import Callable, Iterator
from dataclasses import dataclass
from pathlib import Path
from shutil import copytree, ignore_patterns

from sensei import bench_live, path
from sensei.errors import SenseiError
from sensei.gate import run as gate
from sensei.path import Home

BEGIN, END = "<!-- bench: made by `make bench WRITE=1` -->", "<!-- end of bench -->"
HEAD = ("| what | time |", "|---|---|")


@dataclass(frozen=True)
class Line:
    """One thing that was measured."""

    what: str
    figure: str


def machine() -> str:
    """Name the machine and what runs on it."""
    import torch

    return (
        f"{os.cpu_count()} cores, {platform.machine()}, {platform.system()}, "
        f"Python {platform.python_version()}, torch {torch.__version__}"
    )


def seconds(command: list[str], root: Path, expected: tuple[int, ...] = (0,)) -> float:
    """Return how long a command takes, the best of three runs.

    Raises RuntimeError where it does not exit with one of the expected codes.
    """
    best = float("inf")
    for _ in range(3):
        began = time.perf_counter()
        ran = subprocess.run(command, cwd=root, capture_output=True, text=True)
        best = min(best, time.perf_counter() - began)
        if ran.returncode not in expected:
            raise RuntimeError(f"{' '.join(command)}: {ran.stdout[-500:]}{ran.stderr}")
    return best


def measure(home: Home, say: Callable[[str], None]) -> Iterator[Line]:
    """Yield the figures one by one; say() is told what is being measured."""
    python = [sys.executable]
    say("import torch, torchvision")
    bare = seconds([*python, "-c", "import torch, torchvision"], home.root)
    yield Line("`import torch, torchvision`", f"{bare:.2f} s")
    suites = {"`pytest solutions`": [], "`pytest solutions -n auto`": ["-n", "auto"]}
    for name, options in suites.items():
        say(name)
        command = [*python, "-m", "pytest", "solutions", "-q", *options]
        taken = seconds(command, home.root)
        figure = f"{taken:.2f} s, {taken / bare:.1f} times the import"
        yield Line(name, figure)
    say("the gate")
    found = path.read(home)
    report = gate.check(
        home, found.lessons, (), device="cpu", seeds=3, edits=False, whole=True
    )
    rate = report.runs / report.seconds
    figure = f"{report.runs} in {report.seconds:.1f} s: {rate:.0f} a second"
    yield Line("the gate's variants, imports included", figure)
    yield from _koans(home, say, bare)


def _koans(home: Home, say: Callable[[str], None], bare: float) -> Iterator[Line]:
    """Measure `koans` in a copy of the checkout, with nothing and with one to judge."""
    with tempfile.TemporaryDirectory() as folder:
        root = Path(folder) / "koans"
        skip = ignore_patterns(".git", ".venv", ".sensei", "__pycache__", ".*_cache")
        copytree(home.root, root, ignore=skip)
        command = [sys.executable, "-m", "sensei", "koans"]
        say("koans, nothing to judge")
        taken = seconds(command, root, (0, 1))
        yield Line("`make koans` once, nothing to judge", f"{taken:.2f} s")
        say("koans, one answer to judge")
        lesson = path.read(Home(root)).lessons[0]
        file = Home(root).koan(lesson)
        best = float("inf")
        for i in range(3):
            answer = f"{lesson.fill_koan(lesson.answer)}# {i}\n"
            file.write_text(answer, encoding="utf-8")
            began = time.perf_counter()
            subprocess.run(command, cwd=root, capture_output=True)
            best = min(best, time.perf_counter() - began)
        figure = f"{best:.2f} s, {best / bare:.1f} times the import"
        yield Line("`make koans` once, one answer to judge", figure)
        say("the session")
        yield from _session(Home(root))


def _session(home: Home) -> Iterator[Line]:
    """Measure the session: how fast it is there, and how fast it answers."""
    try:
        found = bench_live.measure(home)
    except SenseiError as error:
        yield Line("the session", str(error))
        return
    yield Line("the session shows its koan after", f"{found.start:.2f} s")
    yield Line(
        f"a save until its verdict is on the screen, {len(found.saves)} saves",
        f"median {found.median * 1000:.0f} ms, "
        f"95th percentile {found.high * 1000:.0f} ms",
    )
    yield Line(
        "the same file with plain `pytest FILE`",
        f"{found.cold:.2f} s, {found.cold / found.median:.0f} times as long",
    )
    yield Line(
        "ten saves in two seconds: the verdict on the last, after the first",
        f"{found.burst:.2f} s",
    )
