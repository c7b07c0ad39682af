"""Forks processes that record and overwrite without end, and kills each of them.

    python -m tests.kill_driver FOLDER KILLS SEED

A process of its own, with one thread and without torch, so that it may fork. Prints,
as JSON, what a process had been told was safe and was not there after its death.
"""

from __future__ import annotations

import json
import os
import random
import signal
import sqlite3
import sys
import time
from datetime import datetime, timezone
from pathlib import Path

from sensei import path, workbook
from sensei.journal import Attempt, Journal
from sensei.lesson import Lesson
from sensei.path import Home
from tests import update_world as world


def main() -> None:
    home, kills = Home(Path(sys.argv[1])), int(sys.argv[2])
    rng = random.Random(int(sys.argv[3]))
    old = path.read(home).lessons
    new = tuple(world.read(world.NEW_TEXTS)[lesson.slug] for lesson in old)
    found: list[str] = []
    recorded: set[str] = set()
    for number in range(kills):
        told = killed(home, old, new, number, rng.uniform(0.0, 0.08))
        recorded |= {line for line in told if line.startswith("attempt ")}
        found += faults(home, old, new, recorded, told)
    print(json.dumps({"faults": found, "attempts": len(recorded)}))


def killed(
    home: Home,
    old: tuple[Lesson, ...],
    new: tuple[Lesson, ...],
    number: int,
    seconds: float,
) -> list[str]:
    """Start a process, kill it after some seconds of work, return what it told."""
    reader, writer = os.pipe()
    pid = os.fork()
    if pid == 0:
        os.close(reader)
        try:
            work(home, old, new, number, writer)
        finally:
            os._exit(1)
    os.close(writer)
    with os.fdopen(reader) as pipe:
        first = pipe.readline()
        time.sleep(seconds)
        os.kill(pid, signal.SIGKILL)
        os.waitpid(pid, 0)
        return [line.strip() for line in (first, *pipe) if line.endswith("\n")]


def work(
    home: Home,
    old: tuple[Lesson, ...],
    new: tuple[Lesson, ...],
    number: int,
    writer: int,
) -> None:
    """Record attempts, write answers, begin again, derive: until killed."""

    def tell(line: str) -> None:
        os.write(writer, f"{line}\n".encode())

    def now() -> datetime:
        return datetime.now(timezone.utc)

    rng = random.Random(number)
    count = 0
    tell("at work")
    while True:
        count += 1
        name = f"{number}-{count}"
        journal = Journal(home.records / "journal.db", now())
        attempt = Attempt("kept_as_it_is", now(), "wrong", 0.0, name, 0, name)
        journal.add(attempt)
        if not journal.trouble:
            tell(f"attempt {name}")
        journal.close()
        place = rng.randrange(len(old))
        lesson = old[place]
        workbook.write(home.koan(lesson), lesson.fill_koan(f'"{name}"'))
        tell(f"answer {lesson.slug} {name}")
        if rng.random() < 0.5:
            workbook.reset(home, lesson, now())
        else:
            workbook.derive(
                home, [rng.choice((old, new))[place]], force=True, now=now()
            )


def faults(
    home: Home,
    old: tuple[Lesson, ...],
    new: tuple[Lesson, ...],
    recorded: set[str],
    told: list[str],
) -> list[str]:
    """Return what is not as the dead process and those before it were told."""
    found = []
    db = sqlite3.connect(home.records / "journal.db")
    [(sound,)] = db.execute("PRAGMA integrity_check")
    if sound != "ok":
        found.append(f"journal: {sound}")
    there = {f"attempt {row[0]}" for row in db.execute("SELECT answer FROM attempts")}
    db.close()
    found += [f"{line} was lost" for line in recorded - there]
    found += [f"{f.name}" for f in home.records.glob("*.corrupt*")]
    for lesson, twin in zip(old, new):
        text = home.koan(lesson).read_text(encoding="utf-8")
        if text in (lesson.koan, twin.koan):
            continue
        name = text.partition('"')[0]
        head, _, tail = lesson.fill_koan("~").partition("~")
        middle = text[len(head) : len(text) - len(tail)]
        whole = text.startswith(head) and text.endswith(tail)
        if not whole or middle.count('"') != 2:
            found.append(f"{lesson.path} is not whole: {name!r}")
    answers = [line.split() for line in told if line.startswith("answer ")]
    for _, slug, name in answers[-2:]:
        copies = list((home.records / "backup" / slug).glob("*.py"))
        copies += [home.koan(lesson) for lesson in old if lesson.slug == slug]
        if not any(f'"{name}"' in f.read_text(encoding="utf-8") for f in copies):
            found.append(f"the answer {name} to {slug} was lost")
    return found


if __name__ == "__main__":
    main()
