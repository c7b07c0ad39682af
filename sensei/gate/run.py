"""Runs the gate over lessons and says what is wrong with them, and how to mend it."""

from __future__ import annotations

import json
import os
import shutil
import subprocess
import sys
import tempfile
import time
from collections.abc import Iterator, Mapping, Sequence
from dataclasses import dataclass
from pathlib import Path

from sensei.errors import Fault
from sensei.gate import shards, text, variants, verdicts
from sensei.gate.shards import Result, Setting
from sensei.gate.variants import Variant
from sensei.lesson import Lesson
from sensei.path import Home
from sensei.workbook import orphans


@dataclass(frozen=True)
class Report:
    """What the gate found.

    runs: variants times seeds that were run, in `seconds`; skipped: lessons whose
    tests need a GPU and were not run; notes: what was not checked here, and why.
    """

    faults: tuple[Fault, ...]
    lessons: int
    variants: tuple[Variant, ...]
    results: Mapping[str, Sequence[Result]]
    runs: int
    seconds: float
    skipped: tuple[str, ...]
    notes: tuple[str, ...]


def check(
    home: Home,
    lessons: Sequence[Lesson],
    unread: Sequence[Fault],
    *,
    device: str,
    seeds: int,
    edits: bool,
    whole: bool,
) -> Report:
    """Put lessons through the gate.

    unread: the faults of lessons that could not be read; edits: try small edits of
    code too; whole: the lessons are all there are, so what belongs to none is a fault.
    """
    faults = list(unread)
    if not lessons and not unread:
        mend = "Write one: `make new`. Or see that you are in the right folder."
        faults.append(Fault("solutions", 1, "no lessons were found", mend))
    for lesson in lessons:
        faults += text.faults(lesson)
        faults += text.committed(lesson, _koan_text(home, lesson))
    if whole:
        faults += _orphans(home)
        faults += verdicts.of_slow(lessons)
    tried, broken = _variants(lessons, seeds, edits)
    faults += broken
    notes: list[str] = []
    (home.records).mkdir(exist_ok=True)
    folder = Path(tempfile.mkdtemp(prefix="gate-", dir=home.records))
    try:
        setting = Setting(home.root, folder, device, 0, os.cpu_count() or 1)
        began = time.monotonic()
        results = verdicts.by_variant(shards.run(tried, setting)) if tried else {}
        seconds = time.monotonic() - began
        faults += _formatted(home, lessons, folder, notes)
    finally:
        shutil.rmtree(folder, ignore_errors=True)
    for variant in tried:
        found = results.get(variant.name, [])
        faults += verdicts.of_variant(variant, found)
        if variant.kind == "solution":
            faults += verdicts.of_time(variant.lesson, found)
    faults += _alone(home, lessons, device, notes)
    skipped = [
        variant.lesson.slug
        for variant in tried
        if variant.kind == "solution"
        and results.get(variant.name)
        and all(result.outcome == "skipped" for result in results[variant.name])
    ]
    if skipped:
        notes.append(f"Not run, for want of a GPU: {', '.join(skipped)}.")
    return Report(
        faults=tuple(sorted(set(faults), key=lambda fault: (fault.path, fault.line))),
        lessons=len(lessons),
        variants=tuple(tried),
        results=results,
        runs=sum(variant.seeds for variant in tried),
        seconds=seconds,
        skipped=tuple(skipped),
        notes=tuple(notes),
    )


def _koan_text(home: Home, lesson: Lesson) -> str | None:
    try:
        return home.koan(lesson).read_text(encoding="utf-8", errors="replace")
    except FileNotFoundError:
        return None


def _orphans(home: Home) -> Iterator[Fault]:
    for path in orphans(home):
        what = f"there is no lesson solutions/{path}"
        mend = "Remove this koan, or move it to the place of its lesson."
        yield Fault(f"koans/{path}", 1, what, mend)


def _variants(
    lessons: Sequence[Lesson], seeds: int, edits: bool
) -> tuple[list[Variant], list[Fault]]:
    tried, faults = [], []
    for lesson in lessons:
        for variant in variants.of_lesson(lesson, seeds, edits):
            fault = variants.unparsable(variant)
            if fault is None:
                tried.append(variant)
            else:
                faults.append(fault)
    return tried, faults


def _formatted(
    home: Home, lessons: Sequence[Lesson], folder: Path, notes: list[str]
) -> list[Fault]:
    """Return the koans that a formatter or an import sorter would change on save."""
    ruff = shutil.which("ruff", path=os.path.dirname(sys.executable)) or shutil.which(
        "ruff"
    )
    if ruff is None:
        notes.append("ruff is not installed: the koans' format was not checked.")
        return []
    koans = folder / "koans"
    for lesson in lessons:
        file = koans / lesson.path
        file.parent.mkdir(parents=True, exist_ok=True)
        file.write_text(lesson.koan, encoding="utf-8")
    config = ["--config", str(home.root / "pyproject.toml"), "--no-cache"]
    kinds = {
        "the formatter": ["format", "--check", "--output-format=json"],
        "the linter": ["check", "--output-format=json"],
    }
    faults = []
    for name, arguments in kinds.items():
        command = [ruff, *arguments, *config, str(koans)]
        ran = subprocess.run(command, capture_output=True, text=True, cwd=folder)
        for entry in json.loads(ran.stdout or "[]"):
            path = Path(entry["filename"]).resolve().relative_to(koans.resolve())
            line = (entry.get("location") or {}).get("row", 1)
            what = f"{name} would change the derived koan: {entry['message']}"
            mend = "Write the lesson so that the koan is left as it is."
            faults.append(Fault(f"koans/{path.as_posix()}", line, what, mend))
    return faults


def _alone(
    home: Home, lessons: Sequence[Lesson], device: str, notes: list[str]
) -> list[Fault]:
    """Return the lessons whose solution fails alone, and the names in no library."""
    if not hasattr(os, "fork") or device != "cpu":
        notes.append("Needs os.fork and the CPU: solutions were not run alone.")
        files: list[Path] = []
    else:
        files = [home.solutions / lesson.path for lesson in lessons]
    names = sorted({note.text for lesson in lessons for note in lesson.see})
    if not files and not names:
        return []
    halves = [[*map(str, files[::2]), *names], [*map(str, files[1::2])]]
    processes = [
        subprocess.Popen(
            [sys.executable, "-m", "sensei.gate.alone", device, *half],
            cwd=home.root,
            stdout=subprocess.PIPE,
            stdin=subprocess.DEVNULL,
            text=True,
            env={**os.environ, "PYTEST_DISABLE_PLUGIN_AUTOLOAD": "1"},
        )
        for half in halves
        if half
    ]
    faults: list[Fault] = []
    by_file = {str(home.solutions / lesson.path): lesson for lesson in lessons}
    for process in processes:
        for line in process.communicate()[0].splitlines():
            said = json.loads(line)
            if "name" in said:
                if not said["imports"]:
                    faults += _unknown(lessons, said["name"])
            elif said["code"] not in (0, 5):
                lesson = by_file[said["file"]]
                what = f"the solution fails when it runs alone: {_last(said['said'])}"
                mend = "It may need what another test set."
                faults.append(Fault(f"solutions/{lesson.path}", 1, what, mend))
    return faults


def _unknown(lessons: Sequence[Lesson], name: str) -> Iterator[Fault]:
    for lesson in lessons:
        for note in lesson.see:
            if note.text == name:
                what = f"`See: {name}` cannot be imported"
                mend = "Write the full name, as in torch's documentation."
                yield Fault(f"solutions/{lesson.path}", note.line, what, mend)


def _last(said: str) -> str:
    lines = [line for line in said.splitlines() if ": " in line]
    return lines[-1][:200] if lines else said.strip()[-200:]
