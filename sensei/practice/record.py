"""Practice in the journal: appended at once, read back as plain values."""

from __future__ import annotations

import json
import tempfile
from collections.abc import Iterable
from dataclasses import astuple, dataclass, fields
from datetime import datetime, timedelta
from pathlib import Path
from typing import Any, TypeVar

from sensei import workbook
from sensei.errors import SenseiError
from sensei.journal import Journal
from sensei.practice.begin import Open
from sensei.practice.grade import TRIES, Grade
from sensei.practice.history import Began, Ended, History, Pass, Result, Step

T = TypeVar("T", Step, Result)

Row = tuple[str, dict[str, object]]
"""A table's name, and the values of a row by column."""
TABLES = ("sessions", "steps", "results")

RESUMABLE = timedelta(hours=2)
"""A session that was cut short longer ago is not taken up again."""


class Record:
    """Appends a session to the journal. What cannot be written yet is kept, in order.

    The journal may be locked for a while, or its disk be full: nothing is lost while
    this lives, and `save_rest` puts what is left into a file. trouble: what keeps the
    newest records from the disk; empty where all are there.
    """

    def __init__(self, journal: Journal) -> None:
        self.trouble = ""
        self._journal = journal
        self._waiting: list[Row] = []

    def began(self, began: Began) -> None:
        self._append("sessions", kind="began", **_values(began))

    def ended(self, ended: Ended) -> None:
        self._append("sessions", kind="ended", **_values(ended))

    def step(self, step: Step) -> None:
        self._append("steps", **_values(step))

    def result(self, result: Result) -> None:
        self._append("results", **_values(result))

    def save_rest(self, folder: Path, now: datetime) -> Path | None:
        """Write what the journal would not take to a file; None where it took all.

        Raises SenseiError where no file can be written either.
        """
        self.flush()
        if not self._waiting:
            return None
        text = json.dumps(self._waiting, indent=1)
        for place in (folder, Path(tempfile.gettempdir())):
            file = place / f"unrecorded-{now:%Y%m%dT%H%M%S}.json"
            try:
                workbook.write(file, text)
            except SenseiError as error:
                trouble = error
                continue
            self._waiting.clear()
            return file
        raise trouble

    def _append(self, table: str, **values: object) -> None:
        self._waiting.append((table, values))
        self.flush()

    def flush(self) -> None:
        """Try again to append what waits."""
        before = self._journal.trouble
        if _write(self._journal, self._waiting):
            self._waiting.clear()
            self.trouble = ""
        else:
            self.trouble, self._journal.trouble = self._journal.trouble, before


def _write(journal: Journal, rows: Iterable[Row]) -> bool:
    """Append rows, all or none; return whether they are on the disk now."""
    return journal.write(*(_insert(table, values) for table, values in rows))


def _insert(table: str, values: dict[str, object]) -> tuple[str, tuple[object, ...]]:
    names, marks = ", ".join(values), ", ".join("?" * len(values))
    statement = f"INSERT INTO {table} ({names}) VALUES ({marks})"
    return statement, tuple(values.values())


def take_up(journal: Journal, folder: Path) -> int:
    """Append what earlier sessions could not; return how many rows that were.

    A file of theirs that cannot be read, or not be recorded yet, is left as it is.
    """
    count = 0
    for file in sorted(folder.glob("unrecorded-*.json")):
        try:
            rows = json.loads(file.read_text(encoding="utf-8"))
        except (OSError, ValueError):
            continue
        if all(table in TABLES for table, _ in rows) and _write(journal, rows):
            file.rename(file.with_suffix(".recorded"))
            count += len(rows)
    return count


def read(journal: Journal, *, but: str | None = None) -> History:
    """Return the past; `but` names a session whose results are left out."""
    results = _all(journal, "results", Result)
    return History(
        passes=_passes(journal),
        results=tuple(r for r in results if r.session != but),
    )


def sessions(journal: Journal) -> list[tuple[Began, bool]]:
    """Return the sessions in order, and of each whether it came to its end."""
    rows = journal.read(
        "SELECT session, at, minutes, options FROM sessions "
        "WHERE kind = 'began' ORDER BY id"
    )
    ended = {
        row[0]
        for row in journal.read("SELECT session FROM sessions WHERE kind = 'ended'")
    }
    return [
        (Began(name, datetime.fromisoformat(at), minutes, options), name in ended)
        for name, at, minutes, options in rows
    ]


@dataclass(frozen=True)
class CutShort:
    """A session without an end: its results, the open item, the seconds passed.

    latest: when it was last heard of.
    """

    began: Began
    results: tuple[Result, ...]
    open: Open | None
    elapsed: float
    latest: datetime

    @property
    def until(self) -> datetime:
        """When it is too late to go on with it."""
        return self.latest + RESUMABLE

    @property
    def left(self) -> float:
        """Seconds of the session that are left."""
        return self.began.minutes * 60 - self.elapsed


def cut_short(journal: Journal, now: datetime) -> list[CutShort]:
    """Return the sessions that were cut short lately with time left, newest first."""
    found = (
        _cut_short(journal, began, now)
        for began, ended in reversed(sessions(journal))
        if not ended and abs(now - began.at) < timedelta(days=1)
    )
    return [cut for cut in found if cut is not None]


def _cut_short(journal: Journal, began: Began, now: datetime) -> CutShort | None:
    steps = _all(journal, "steps", Step, began.session)
    results = _all(journal, "results", Result, began.session)
    rows: list[Step | Result] = [*steps, *results]
    elapsed = max((row.elapsed for row in rows), default=0.0)
    latest = max((row.at for row in rows), default=began.at)
    if abs(now - latest) > RESUMABLE or elapsed >= began.minutes * 60:
        return None
    over = {result.item for result in results}
    left = [step for step in steps if step.item not in over]
    opened = None
    if left:
        opened = Open(
            slug=left[-1].slug,
            seconds=left[-1].seconds,
            tries=sum(step.verdict in TRIES for step in left),
            hints=sum(step.kind == "hint" for step in left),
            answer=next((s.answer for s in reversed(left) if s.kind == "run"), None),
        )
    return CutShort(began, tuple(results), opened, elapsed, latest)


def _passes(journal: Journal) -> tuple[Pass, ...]:
    """Return the first pass of each koan on the path, and how it went."""
    rows = journal.read("SELECT slug, at, verdict, hints FROM attempts ORDER BY id")
    shown = dict(
        journal.read(
            "SELECT slug, min(at) FROM events WHERE kind = 'solution' GROUP BY slug"
        )
    )
    failed: set[str] = set()
    passed: dict[str, Pass] = {}
    for slug, text, verdict, hints in rows:
        if slug in passed:
            continue
        if verdict != "passed":
            failed.add(slug)
            continue
        grade: Grade = "hard" if slug in failed or hints else "good"
        if slug in shown and shown[slug] <= text:  # UTC throughout: texts compare
            grade = "again"
        try:
            passed[slug] = Pass(slug, datetime.fromisoformat(text), grade)
        except (TypeError, ValueError) as error:
            journal.trouble = f"A row of the record cannot be read: {error}."
    return tuple(passed.values())


def _values(row: Any) -> dict[str, object]:
    """Return a row's fields as sqlite takes them."""
    names = [entry.name for entry in fields(row)]
    return {
        name: value.isoformat(timespec="milliseconds")
        if isinstance(value, datetime)
        else value
        for name, value in zip(names, astuple(row))
    }


def _all(journal: Journal, table: str, kind: type[T], session: str = "") -> list[T]:
    """Return a table's rows, of all sessions or of one, in the order of writing."""
    names = [entry.name for entry in fields(kind)]
    rows = journal.read(
        f"SELECT {', '.join(names)} FROM {table} "
        "WHERE session = ? OR ? = '' ORDER BY id",
        (session, session),
    )
    return [
        row for row in (_row(journal, kind, dict(zip(names, r))) for r in rows) if row
    ]


def _row(journal: Journal, kind: type[T], values: dict[str, Any]) -> T | None:
    """Return a row as a value; None, and the journal's trouble, where it is none."""
    try:
        return kind(**{**values, "at": datetime.fromisoformat(values["at"])})
    except (TypeError, ValueError) as error:
        journal.trouble = f"A row of the record cannot be read: {error}."
        return None
