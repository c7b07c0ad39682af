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
from sensei.gate import formatted, shards, text, variants, verdicts
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
    patience: float = 20.0,
) -> Report:
    """Put lessons through the gate.

    unread: the faults of lessons that could not be read; edits: try small edits of
    code too; whole: the lessons are all there are, so what belongs to none is a fault;
    patience: seconds after which a test is ended, and has failed.
    Raises RuntimeError where pytest or ruff cannot run at all.
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
        faults += _strays(home)
        faults += verdicts.of_slow(lessons)
    tried, broken = _variants(lessons, seeds, edits)
    faults += broken
    notes: list[str] = []
    (home.records).mkdir(exist_ok=True)
    folder = Path(tempfile.mkdtemp(prefix="gate-", dir=home.records))
    try:
        setting = Setting(home.root, folder, device, 0, os.cpu_count() or 1, patience)
        began = time.monotonic()
        results = verdicts.by_variant(shards.run(tried, setting)) if tried else {}
        seconds = time.monotonic() - began
        faults += formatted.faults(home.root, lessons, folder, notes)
    finally:
        shutil.rmtree(folder, ignore_errors=True)
    for variant in tried:
        found = results.get(variant.name, [])
        faults += verdicts.of_variant(variant, found)
        if variant.kind == "solution":
            faults += verdicts.of_time(variant.lesson, found)
    sound = [
        variant.lesson
        for variant in tried
        if variant.kind == "solution" and not _failed(results.get(variant.name, []))
    ]
    faults += _alone(home, sound, lessons, device, notes)
    skipped = [
        variant.lesson.slug
        for variant in tried
        if variant.kind == "solution"
        and results.get(variant.name)
        and all(verdicts.excused(result) for result in results[variant.name])
    ]
    if skipped:
        notes.append(f"Not run, for want of a GPU: {', '.join(skipped)}.")
    return Report(
        faults=tuple(sorted(set(faults), key=lambda f: (f.path, f.line, f.what))),
        lessons=len(lessons),
        variants=tuple(tried),
        results=results,
        runs=sum(variant.seeds for variant in tried),
        seconds=seconds,
        skipped=tuple(skipped),
        notes=tuple(notes),
    )


def _failed(results: Sequence[Result]) -> bool:
    return any(result.outcome == "failed" for result in results)


def _koan_text(home: Home, lesson: Lesson) -> str | None:
    try:
        return home.koan(lesson).read_text(encoding="utf-8-sig", errors="replace")
    except FileNotFoundError:
        return None


def _orphans(home: Home) -> Iterator[Fault]:
    for path in orphans(home):
        what = f"there is no lesson solutions/{path}"
        mend = "Remove this koan, or move it to the place of its lesson."
        yield Fault(f"koans/{path}", 1, what, mend)


def _strays(home: Home) -> Iterator[Fault]:
    for file in sorted(home.solutions.rglob("*.py")):
        if not file.name.startswith("test_"):
            path = f"solutions/{file.relative_to(home.solutions).as_posix()}"
            mend = "Call it test_NN_what_it_teaches.py."
            yield Fault(path, 1, "not a lesson's file name", mend)


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


def _alone(
    home: Home,
    sound: Sequence[Lesson],
    lessons: Sequence[Lesson],
    device: str,
    notes: list[str],
) -> list[Fault]:
    """Return the sound lessons that fail alone, and the names that no library has.

    sound: the lessons whose solution has passed among the others.
    """
    by_file = {str(home.solutions / lesson.path): lesson for lesson in sound}
    if not hasattr(os, "fork") or device != "cpu":
        notes.append("Needs os.fork and the CPU: solutions were not run alone.")
        by_file = {}
    names = sorted({note.text for lesson in lessons for note in lesson.see})
    files = list(by_file)
    halves = [half for half in ([*files[::2], *names], files[1::2]) if half]
    processes = [
        subprocess.Popen(
            [sys.executable, "-m", "sensei.gate.alone", device, *half],
            cwd=home.root,
            stdout=subprocess.PIPE,
            stderr=subprocess.PIPE,
            stdin=subprocess.DEVNULL,
            text=True,
            env=shards.environment(),
        )
        for half in halves
    ]
    faults: list[Fault] = []
    for half, process in zip(halves, processes):
        out, complaint = process.communicate()
        said = [json.loads(line) for line in out.splitlines()]
        if len(said) < len(half):
            where = f"{half[len(said)]} could not be tried alone"
            raise RuntimeError(f"{where}: {complaint.strip()[-500:]}")
        for fact in said:
            if "name" in fact:
                faults += [] if fact["imports"] else _unknown(lessons, fact["name"])
            elif fact["code"] not in (0, 5):
                path = f"solutions/{by_file[fact['file']].path}"
                what = f"the solution fails when it runs alone: {_last(fact['said'])}"
                faults.append(
                    Fault(path, 1, what, "It may need what another test set.")
                )
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
