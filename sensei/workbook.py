"""Writes koan files: derived, begun again, never over something without a backup."""

from __future__ import annotations

import contextlib
import os
import tempfile
from collections.abc import Sequence
from dataclasses import dataclass
from datetime import datetime
from pathlib import Path

from sensei import syntax
from sensei.errors import SenseiError
from sensei.judge import look
from sensei.lesson import Lesson, blanks_in
from sensei.path import Home


@dataclass(frozen=True)
class Derived:
    """What `derive` did: files written, left alone, and without a lesson."""

    written: tuple[str, ...]
    kept: tuple[str, ...]
    orphans: tuple[str, ...]


def write(file: Path, text: str) -> None:
    """Write a whole file or none of it: what stands there is never half-written.

    Raises SenseiError where the folder or the file may not be written.
    """
    write_bytes(file, text.encode("utf-8"))


def write_bytes(file: Path, content: bytes) -> None:
    """Write as `write` does, byte for byte."""
    try:
        file.parent.mkdir(parents=True, exist_ok=True)
        handle, name = tempfile.mkstemp(dir=file.parent, prefix=".", suffix=".tmp")
        try:
            with os.fdopen(handle, "wb") as stream:
                stream.write(content)
                stream.flush()
                os.fsync(stream.fileno())
            mode = file.stat().st_mode if file.exists() else 0o644
            os.chmod(name, mode & 0o777)
            os.replace(name, file)
        except BaseException:
            with contextlib.suppress(OSError):
                os.unlink(name)
            raise
    except OSError as error:
        raise SenseiError(
            f"{file} cannot be written ({error.strerror}). Nothing was changed: "
            "see who may write there."
        ) from None


def back_up(home: Home, lesson: Lesson, now: datetime) -> Path | None:
    """Copy the learner's file to `.sensei/backup/`; return where, None without it."""
    file = home.koan(lesson)
    try:
        content = file.read_bytes()
    except FileNotFoundError:
        return None
    except OSError as error:
        raise SenseiError(
            f"{file} cannot be read ({error.strerror}), so it stays as it is."
        ) from None
    folder = home.records / "backup" / lesson.slug
    copy = folder / f"{now:%Y%m%dT%H%M%S.%f}.py"
    try:
        folder.mkdir(parents=True, exist_ok=True)
        copy.write_bytes(content)
    except OSError as error:
        raise SenseiError(
            f"{copy} cannot be written ({error.strerror}), so {file} stays as it is."
        ) from None
    return copy


def reset(home: Home, lesson: Lesson, now: datetime) -> Path | None:
    """Put the koan back as it came; return where the learner's file is kept."""
    copy = back_up(home, lesson, now)
    write(home.koan(lesson), lesson.koan)
    return copy


def holds_answer(lesson: Lesson, text: str) -> bool:
    """Say whether a koan's file holds something that a learner wrote.

    It does not while its blank is there, or the broken lines of a repair.
    """
    try:
        if blanks_in(syntax.parse(text)):
            return False
    except (SyntaxError, ValueError, RecursionError, MemoryError):
        return True
    finding, _ = look(lesson, text)
    if finding is not None and finding.verdict == "incomplete":
        return False
    return not (lesson.kind == "repair" and lesson.blank.shown in text)


def derive(
    home: Home, lessons: Sequence[Lesson], *, force: bool, now: datetime
) -> Derived:
    """Write the koans that the lessons derive to, never over a learner's answer.

    With force over those too. Every file that is overwritten is backed up first.
    Files that no lesson derives to are reported and left.
    """
    written, kept = [], []
    for lesson in lessons:
        file = home.koan(lesson)
        old = _text(file)
        if old == lesson.koan:
            continue
        if old is not None and not force and _solved(lesson, old):
            kept.append(lesson.path)
            continue
        back_up(home, lesson, now)
        write(file, lesson.koan)
        written.append(lesson.path)
    return Derived(tuple(written), tuple(kept), orphans(home))


def orphans(home: Home) -> tuple[str, ...]:
    """Return the koan files that no file under `solutions/` belongs to."""
    return tuple(
        file.relative_to(home.koans).as_posix()
        for file in sorted(home.koans.rglob("test_*.py"))
        if not (home.solutions / file.relative_to(home.koans)).exists()
    )


def _text(file: Path) -> str | None:
    try:
        return file.read_text(encoding="utf-8-sig")
    except FileNotFoundError:
        return None
    except (UnicodeDecodeError, OSError):
        return ""


def _solved(lesson: Lesson, text: str) -> bool:
    return text == "" or holds_answer(lesson, text)
