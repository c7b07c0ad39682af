"""The learner's record: every attempt is appended, nothing is ever rewritten.

Deleting it loses history and no progress: a solved koan is one that passes.
"""

from __future__ import annotations

import contextlib
import sqlite3
from collections.abc import Iterator
from dataclasses import dataclass
from datetime import datetime
from pathlib import Path
from typing import Any, Literal

from sensei.errors import SenseiError
from sensei.schema import VERSION, migrate
from sensei.wording import command

PATIENCE = 5.0
HURRY = 0.05
"""Seconds to wait for another process that writes; the second, while a screen waits."""

Event = Literal["hint", "solution", "reset", "left"]
"""What happens to a koan beside attempts; `left`: shown as a session ended."""

Row = tuple[str, tuple[object, ...]]
"""A statement that appends, and its values."""


@dataclass(frozen=True)
class Attempt:
    """One judged text. seconds were spent in its tests; hints were seen by then."""

    slug: str
    at: datetime
    verdict: str
    seconds: float
    answer: str | None
    hints: int
    fingerprint: str


REMEDIES = {
    "locked": "Another program writes in it: end that one, or wait for it.",
    "readonly": "Make the file and its folder writable for you.",
    "unable to open": "Make its folder writable for you.",
    "full": "Make room on the disk.",
}
"""What to do, by a word of what sqlite says."""


class Journal:
    """Attempts and events in a sqlite3 file; `trouble` says what is wrong with it.

    Where the file is corrupt it is put aside and a new one begun; where it cannot be
    written, or is of a newer version, nothing is recorded and the koans go on.
    """

    def __init__(self, file: Path, now: datetime) -> None:
        self.trouble = ""
        self._file = file
        self._db: sqlite3.Connection | None = None
        try:
            self._db = _open(file)
        except sqlite3.DatabaseError as error:
            if isinstance(error, sqlite3.OperationalError):
                self.trouble = f"Nothing is recorded. {self._told(error)}"
                return
            aside = file.with_suffix(f".corrupt-{now:%Y%m%dT%H%M%S.%f}")
            try:
                file.rename(aside)
                self._db = _open(file)
                self.trouble = (
                    f"The record was corrupt ({error}). It is kept as {aside}."
                )
            except (OSError, sqlite3.Error) as second:
                self.trouble = (
                    f"Nothing is recorded: {file} is corrupt, and cannot be put aside "
                    f"({second}). Move it away: a new one is begun."
                )
        except OSError as error:
            self.trouble = (
                f"Nothing is recorded: {error.filename} cannot be used "
                f"({error.strerror}). See who may write there."
            )
        except SenseiError as error:
            self.trouble = f"Nothing is recorded: {error}"

    def _told(self, error: sqlite3.Error) -> str:
        """Return where something failed, how, and what to do about it."""
        remedies = (do for word, do in REMEDIES.items() if word in str(error))
        return f"{self._file}: {error}. {next(remedies, '')}".rstrip()

    def close(self) -> None:
        if self._db is not None:
            self._db.close()

    @contextlib.contextmanager
    def hurried(self) -> Iterator[None]:
        """Wait for no other process during a block: a person is looking on."""
        self._wait(HURRY)
        try:
            yield
        finally:
            self._wait(PATIENCE)

    def _wait(self, seconds: float) -> None:
        if self._db is not None:
            self._db.execute(f"PRAGMA busy_timeout = {seconds * 1000:.0f}")

    def add(self, attempt: Attempt) -> None:
        """Append an attempt; on the disk when this returns."""
        values = (
            attempt.slug,
            attempt.at.isoformat(timespec="milliseconds"),
            attempt.verdict,
            attempt.seconds,
            attempt.answer,
            attempt.hints,
            attempt.fingerprint,
        )
        self.write(
            (
                "INSERT INTO attempts (slug, at, verdict, seconds, answer, hints, "
                "fingerprint) VALUES (?, ?, ?, ?, ?, ?, ?)",
                values,
            )
        )

    def note(self, slug: str, kind: Event, at: datetime) -> None:
        """Append that a hint or the solution was seen, or the koan begun again."""
        values = (slug, at.isoformat(timespec="milliseconds"), kind)
        self.write(("INSERT INTO events (slug, at, kind) VALUES (?, ?, ?)", values))

    def last(self) -> dict[str, Attempt]:
        """Return the newest attempt of each slug."""
        rows = self.read(
            "SELECT slug, at, verdict, seconds, answer, hints, fingerprint "
            "FROM attempts WHERE id IN (SELECT max(id) FROM attempts GROUP BY slug)"
        )
        try:
            return {
                row[0]: Attempt(row[0], datetime.fromisoformat(row[1]), *row[2:])
                for row in rows
            }
        except (TypeError, ValueError) as error:
            self.trouble = f"The record cannot be read: {error}."
            return {}

    def tried(self) -> dict[str, set[str]]:
        """Return the answers that were judged wrong, by slug."""
        found: dict[str, set[str]] = {}
        for slug, answer in self.read(
            "SELECT DISTINCT slug, answer FROM attempts "
            "WHERE verdict = 'wrong' AND answer IS NOT NULL"
        ):
            found.setdefault(slug, set()).add(answer)
        return found

    def latest(self) -> str | None:
        """Return the slug that was worked on, or left, last."""
        rows = self.read(
            "SELECT slug FROM (SELECT slug, at, 0 AS event FROM attempts UNION ALL "
            "SELECT slug, at, 1 FROM events) ORDER BY at DESC, event DESC LIMIT 1"
        )
        return rows[0][0] if rows else None

    def hints(self, slug: str) -> int:
        """Return how many hints were seen since the koan was last begun again."""
        rows = self.read(
            "SELECT count(*) FROM events WHERE slug = ? AND kind = 'hint' AND id > "
            "(SELECT coalesce(max(id), 0) FROM events WHERE slug = ? "
            "AND kind = 'reset')",
            (slug, slug),
        )
        return int(rows[0][0]) if rows else 0

    def write(self, *rows: Row) -> bool:
        """Append rows, all or none; return whether they are on the disk now.

        `trouble` says why they are not.
        """
        if self._db is None:
            return False
        try:
            if not self._file.exists():  # somebody has removed it: begin a new one
                self._db.close()
                self._db = _open(self._file)
            with self._db:
                for statement, values in rows:
                    self._db.execute(statement, values)
        except sqlite3.Error as error:
            self.trouble = f"This was not recorded. {self._told(error)}"
            return False
        except OSError as error:
            self.trouble = f"This was not recorded: {self._file} ({error.strerror})."
            return False
        return True

    def read(
        self, statement: str, values: tuple[object, ...] = ()
    ) -> list[tuple[Any, ...]]:
        """Return the rows; none, and `trouble`, where they cannot be read."""
        if self._db is None:
            return []
        try:
            return self._db.execute(statement, values).fetchall()
        except sqlite3.Error as error:
            self.trouble = f"The record cannot be read. {self._told(error)}"
            return []

    def check_readable(self) -> None:
        """Raise SenseiError where the record cannot be read."""
        if self._db is None:
            raise SenseiError(self.trouble)

    def check_writable(self) -> None:
        """Raise SenseiError where nothing could be appended now."""
        self.check_readable()
        assert self._db is not None
        try:
            self._db.execute("BEGIN IMMEDIATE")
            self._db.execute(f"PRAGMA user_version = {VERSION}")  # writes, as it is
            self._db.rollback()
        except sqlite3.Error as error:
            raise SenseiError(f"Nothing can be recorded. {self._told(error)}") from None


def _open(file: Path) -> sqlite3.Connection:
    """Open the record, and make it where it is missing.

    Raises OSError, sqlite3.Error, or SenseiError where it is of a newer version.
    """
    file.parent.mkdir(parents=True, exist_ok=True)
    db = sqlite3.connect(file, timeout=PATIENCE)
    try:
        [(version,)] = db.execute("PRAGMA user_version")
        db.execute("PRAGMA synchronous = FULL")
        if version > VERSION:
            raise SenseiError(
                f"{file} was written by a newer torch-koans. Update this one: "
                f"{command('update')}"
            )
        if version < VERSION:
            migrate(db)
        db.execute("SELECT 1 FROM attempts LIMIT 1").fetchone()
        db.execute("SELECT 1 FROM events LIMIT 1").fetchone()
        db.execute("SELECT 1 FROM results LIMIT 1").fetchone()
    except BaseException:
        db.close()
        raise
    return db


@contextlib.contextmanager
def opened(file: Path, now: datetime) -> Iterator[Journal]:
    """Open the journal for the time of a block."""
    journal = Journal(file, now)
    try:
        yield journal
    finally:
        journal.close()
