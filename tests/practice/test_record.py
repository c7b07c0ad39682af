"""The journal under practice: what is written stays, whatever happens to the file."""

from __future__ import annotations

import contextlib
import sqlite3
import time
from datetime import datetime, timedelta, timezone
from pathlib import Path

import pytest

from sensei import journal as journals
from sensei import schema
from sensei.errors import SenseiError
from sensei.journal import Attempt
from sensei.practice import record
from sensei.practice.history import Began, Ended, Result, Step
from sensei.practice.record import Record

NOW = datetime(2026, 3, 1, 12, tzinfo=timezone.utc)


def result(item: int = 1, **more: object) -> Result:
    values: dict[str, object] = {
        "session": "s",
        "item": item,
        "slug": f"slug_{item}",
        "at": NOW,
        "outcome": "right",
        "seconds": 20.5,
        "elapsed": 60.0 * item,
        "par": 50.0,
        "tries": 0,
        "hints": 0,
        "grade": "easy",
        "why": "right",
        "answer": "x",
    }
    return Result(**{**values, **more})  # type: ignore[arg-type]


def step(item: int, kind: str, **more: object) -> Step:
    return Step("s", item, f"slug_{item}", NOW, kind, 5.0, 60.0 * item, **more)  # type: ignore[arg-type]


@pytest.fixture
def file(tmp_path: Path) -> Path:
    return tmp_path / "journal.db"


def test_what_was_appended_is_read_back_equal(file: Path) -> None:
    with journals.opened(file, NOW) as opened:
        kept = Record(opened)
        kept.result(result(1))
        kept.result(result(2, grade=None, outcome="dropped", answer=None))
    with journals.opened(file, NOW) as opened:
        assert record.read(opened).results == (
            result(1),
            result(2, grade=None, outcome="dropped", answer=None),
        )


def test_a_version_1_journal_is_migrated_and_keeps_its_rows(file: Path) -> None:
    with sqlite3.connect(file) as db:
        db.executescript(schema.FIRST)
        db.execute("PRAGMA user_version = 1")
        db.execute(
            "INSERT INTO attempts (slug, at, verdict, seconds, answer, hints, "
            "fingerprint) VALUES ('a', ?, 'passed', 0.1, 'x', 0, 'f')",
            (NOW.isoformat(),),
        )
    db.close()
    with journals.opened(file, NOW) as opened:
        assert opened.last()["a"] == Attempt("a", NOW, "passed", 0.1, "x", 0, "f")
        assert Record(opened).result(result()) is None
        assert record.read(opened).results == (result(),)
        assert opened.trouble == ""


def test_a_newer_journal_is_left_alone_and_named(file: Path) -> None:
    with sqlite3.connect(file) as db:
        db.execute("PRAGMA user_version = 99")
    db.close()
    before = file.read_bytes()
    newer = pytest.raises(SenseiError, match="written by a newer torch-koans")
    with journals.opened(file, NOW) as opened, newer:
        opened.check_writable()
    assert file.read_bytes() == before


def test_a_corrupt_journal_is_put_aside(file: Path) -> None:
    file.write_bytes(b"no database at all, and long enough to be read as one" * 40)
    with journals.opened(file, NOW) as opened:
        opened.check_writable()
        assert "corrupt" in opened.trouble
    assert len(list(file.parent.glob("*.corrupt-*"))) == 1


def test_a_read_only_journal_is_refused_before_a_session_begins(file: Path) -> None:
    with journals.opened(file, NOW) as opened:
        opened.close()  # root may write any file: open it as others find it
        opened._db = sqlite3.connect(f"file:{file}?mode=ro", uri=True)
        refused = f"Nothing can be recorded. {file}.*Make the file and its folder"
        with pytest.raises(SenseiError, match=refused):
            opened.check_writable()


def test_what_a_locked_journal_refuses_is_written_when_it_is_free(file: Path) -> None:
    with journals.opened(file, NOW) as opened:
        assert opened._db is not None
        opened._db.execute("PRAGMA busy_timeout = 0")
        kept = Record(opened)
        other = sqlite3.connect(file, isolation_level=None)
        other.execute("BEGIN EXCLUSIVE")
        kept.result(result(1))
        assert "locked" in kept.trouble
        other.execute("ROLLBACK")
        other.close()
        kept.result(result(2))
        assert (kept.trouble, opened.trouble) == ("", "")
        assert record.read(opened).results == (result(1), result(2))


def test_what_could_not_be_recorded_is_saved_and_taken_up_later(file: Path) -> None:
    with journals.opened(file, NOW) as opened:
        assert opened._db is not None
        opened._db.execute("PRAGMA busy_timeout = 0")
        kept = Record(opened)
        other = sqlite3.connect(file, isolation_level=None)
        other.execute("BEGIN EXCLUSIVE")
        kept.result(result(1))
        saved = kept.save_rest(file.parent, NOW)
        other.close()
    assert saved is not None
    with journals.opened(file, NOW) as opened:
        assert record.take_up(opened, file.parent) == 1
        assert record.take_up(opened, file.parent) == 0
        assert record.read(opened).results == (result(1),)


def test_a_session_cut_short_is_found_with_its_open_item(file: Path) -> None:
    with journals.opened(file, NOW) as opened:
        kept = Record(opened)
        kept.began(Began("s", NOW, 15.0, "{}"))
        kept.step(step(1, "shown"))
        kept.result(result(1))
        kept.step(step(2, "shown"))
        kept.step(step(2, "hint"))
        kept.step(step(2, "run", verdict="wrong", answer="y"))
        [found] = record.cut_short(opened, NOW + timedelta(minutes=5))
    assert [entry.slug for entry in found.results] == ["slug_1"]
    assert found.open is not None
    assert (found.open.slug, found.open.tries, found.open.hints) == ("slug_2", 1, 1)
    assert found.elapsed == 120.0


@pytest.mark.parametrize("late", [timedelta(hours=3), timedelta(days=-1)])
def test_a_session_of_another_time_is_not_taken_up(file: Path, late: timedelta) -> None:
    with journals.opened(file, NOW) as opened:
        Record(opened).began(Began("s", NOW, 15.0, "{}"))
        assert record.cut_short(opened, NOW + late) == []


def test_a_session_waits_while_another_is_held(file: Path) -> None:
    with journals.opened(file, NOW) as opened:
        kept = Record(opened)
        kept.began(Began("first", NOW, 15.0, "{}"))
        kept.began(Began("second", NOW, 5.0, "{}"))
        kept.ended(Ended("second", NOW))
        assert [cut.began.session for cut in record.cut_short(opened, NOW)] == ["first"]


def test_a_journal_that_is_looked_on_at_does_not_wait_for_another(file: Path) -> None:
    with (
        journals.opened(file, NOW) as opened,
        contextlib.closing(sqlite3.connect(file, isolation_level=None)) as other,
    ):
        other.execute("BEGIN EXCLUSIVE")
        begun = time.monotonic()
        with opened.hurried():
            Record(opened).result(result(1))
        assert time.monotonic() - begun < journals.PATIENCE / 2


def test_a_session_that_ended_is_not_taken_up(file: Path) -> None:
    with journals.opened(file, NOW) as opened:
        kept = Record(opened)
        kept.began(Began("s", NOW, 15.0, "{}"))
        kept.ended(Ended("s", NOW))
        assert record.cut_short(opened, NOW) == []


def attempt(slug: str, verdict: str, minute: int, hints: int = 0) -> Attempt:
    at = NOW + timedelta(minutes=minute)
    return Attempt(slug, at, verdict, 0.1, "x", hints, f"{slug}{minute}")


def test_the_first_pass_on_the_path_is_graded_by_how_it_went(file: Path) -> None:
    with journals.opened(file, NOW) as opened:
        opened.note("shown", "solution", NOW)
        for entry in (
            attempt("at_once", "passed", 1),
            attempt("retried", "wrong", 2),
            attempt("retried", "passed", 3),
            attempt("hinted", "passed", 4, hints=1),
            attempt("shown", "passed", 5),
            attempt("open", "wrong", 6),
            attempt("at_once", "wrong", 7),
        ):
            opened.add(entry)
        grades = {p.slug: p.grade for p in record.read(opened).passes}
    assert grades == {
        "at_once": "good",
        "retried": "hard",
        "hinted": "hard",
        "shown": "again",
    }


def test_a_row_that_cannot_be_read_is_told_and_left_out(file: Path) -> None:
    with journals.opened(file, NOW) as opened:
        Record(opened).result(result(1))
        Record(opened).result(result(2))
        assert opened._db is not None
        opened._db.execute("UPDATE results SET at = 'yesterday' WHERE item = 1")
        assert [r.item for r in record.read(opened).results] == [2]
        assert "cannot be read" in opened.trouble
