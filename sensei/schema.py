"""The tables of the record, by version; an older record is brought up to date."""

from __future__ import annotations

import contextlib
import sqlite3

VERSION = 2
FIRST = """
CREATE TABLE attempts (
    id INTEGER PRIMARY KEY,
    slug TEXT NOT NULL,
    at TEXT NOT NULL,           -- UTC, ISO 8601
    verdict TEXT NOT NULL,
    seconds REAL NOT NULL,      -- spent in the tests
    answer TEXT,
    hints INTEGER NOT NULL,     -- hints seen by then
    fingerprint TEXT NOT NULL   -- of the learner's text and the lesson's
);
CREATE INDEX attempts_by_slug ON attempts (slug, id);
CREATE TABLE events (
    id INTEGER PRIMARY KEY,
    slug TEXT NOT NULL,
    at TEXT NOT NULL,
    kind TEXT NOT NULL          -- hint, solution, reset, left
);
"""
PRACTICE = """
CREATE TABLE sessions (         -- two rows each, where it came to its end
    id INTEGER PRIMARY KEY,
    session TEXT NOT NULL,
    at TEXT NOT NULL,           -- UTC, ISO 8601
    kind TEXT NOT NULL,         -- began, ended
    minutes REAL,               -- asked for
    options TEXT                -- asked for, as JSON
);
CREATE TABLE steps (            -- what happened to an item before its end
    id INTEGER PRIMARY KEY,
    session TEXT NOT NULL,
    item INTEGER NOT NULL,      -- its place in the session, from 1
    slug TEXT NOT NULL,
    at TEXT NOT NULL,
    kind TEXT NOT NULL,         -- shown, hint, run
    seconds REAL NOT NULL,      -- on the item's clock
    elapsed REAL NOT NULL,      -- seconds of the session
    verdict TEXT,
    answer TEXT
);
CREATE TABLE results (          -- how an item ended
    id INTEGER PRIMARY KEY,
    session TEXT NOT NULL,
    item INTEGER NOT NULL,
    slug TEXT NOT NULL,
    at TEXT NOT NULL,
    outcome TEXT NOT NULL,      -- right, revealed, skipped, given up, dropped
    seconds REAL NOT NULL,
    elapsed REAL NOT NULL,
    par REAL NOT NULL,          -- seconds
    tries INTEGER NOT NULL,     -- failed runs
    hints INTEGER NOT NULL,
    grade TEXT,                 -- again, hard, good, easy, or none
    why TEXT NOT NULL,
    answer TEXT
);
"""
MIGRATIONS = (FIRST, PRACTICE)
"""What leads from each version to the next: tables are added, rows are left alone."""


def migrate(db: sqlite3.Connection) -> None:
    """Add what this version has more, all or nothing; another process may be at it."""
    with contextlib.closing(db.cursor()) as cursor:
        cursor.execute("BEGIN IMMEDIATE")
        [(version,)] = cursor.execute("PRAGMA user_version")
        for script in MIGRATIONS[version:]:
            for statement in script.split(";"):
                cursor.execute(statement)
        cursor.execute(f"PRAGMA user_version = {VERSION}")
    db.commit()
