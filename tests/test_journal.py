"""The record: appended, crash-safe, and never in the learner's way."""

from __future__ import annotations

import shutil
import signal
import sqlite3
import subprocess
import sys
from datetime import datetime, timedelta, timezone

import pytest

from sensei.journal import VERSION, Attempt, Journal, opened
from tests.checkout import REPOSITORY

NOW = datetime(2030, 1, 2, 3, 4, 5, 678000, timezone.utc)


def attempt(slug="sums", verdict="wrong", fingerprint="f", at=NOW, answer="5"):
    return Attempt(slug, at, verdict, 0.25, answer, 1, fingerprint)


@pytest.fixture
def file(tmp_path):
    return tmp_path / ".sensei" / "journal.db"


@pytest.fixture
def journal(file):
    with opened(file, NOW) as journal:
        yield journal


def test_what_is_added_is_read_again(file):
    with opened(file, NOW) as journal:
        journal.add(attempt())
    with opened(file, NOW) as journal:
        assert journal.last() == {"sums": attempt()}
        assert journal.trouble == ""


def test_the_newest_attempt_of_each_slug_counts(journal):
    for one in (
        attempt(),
        attempt("doubles"),
        attempt(verdict="passed", at=NOW - timedelta(days=1)),  # the clock went back
    ):
        journal.add(one)
    assert {slug: one.verdict for slug, one in journal.last().items()} == {
        "sums": "passed",
        "doubles": "wrong",
    }


def test_every_attempt_is_kept(journal, file):
    for verdict in ("wrong", "wrong", "passed"):
        journal.add(attempt(verdict=verdict))
    with sqlite3.connect(file) as db:
        rows = db.execute("SELECT verdict FROM attempts ORDER BY id").fetchall()
    db.close()
    assert rows == [("wrong",), ("wrong",), ("passed",)]


def test_an_attempt_without_an_answer_can_be_kept(journal):
    journal.add(attempt(answer=None))
    assert journal.last()["sums"].answer is None


def test_hints_are_counted_by_slug(journal):
    journal.note("sums", "hint", NOW)
    journal.note("sums", "hint", NOW)
    journal.note("doubles", "hint", NOW)
    journal.note("sums", "solution", NOW)
    assert (journal.hints("sums"), journal.hints("doubles")) == (2, 1)


def test_a_reset_begins_the_hints_again(journal):
    journal.note("sums", "hint", NOW)
    journal.note("sums", "reset", NOW)
    journal.note("sums", "hint", NOW)
    assert journal.hints("sums") == 1


def test_a_corrupt_file_is_kept_aside_and_a_new_one_begun(file):
    file.parent.mkdir()
    file.write_bytes(b"not a database, " * 100)
    with opened(file, NOW) as journal:
        journal.add(attempt())
        assert "corrupt" in journal.trouble
        assert journal.last() == {"sums": attempt()}
    [aside] = file.parent.glob("journal.corrupt-*")
    assert aside.read_bytes().startswith(b"not a database")
    assert str(aside) in journal.trouble


def test_a_file_cut_off_in_the_middle_does_not_stop_anything(file):
    with opened(file, NOW) as journal:
        for number in range(200):
            journal.add(attempt(f"koan_{number}", answer="x" * 200))
    file.write_bytes(file.read_bytes()[: file.stat().st_size // 2])
    with opened(file, NOW) as journal:
        journal.last()
        journal.add(attempt())
        assert journal.trouble


def test_tables_of_someone_elses_are_put_aside(file):
    file.parent.mkdir()
    db = sqlite3.connect(file)
    db.execute("CREATE TABLE attempts (id)")
    db.execute("CREATE TABLE events (id)")
    db.execute(f"PRAGMA user_version = {VERSION}")
    db.commit()
    db.close()
    with opened(file, NOW) as journal:
        assert journal.last() == {}
        assert journal.trouble


def test_a_time_that_is_none_is_told_and_stops_nothing(file):
    with opened(file, NOW) as journal:
        journal.add(attempt())
    db = sqlite3.connect(file)
    db.execute("UPDATE attempts SET at = 'yesterday'")
    db.commit()
    db.close()
    with opened(file, NOW) as journal:
        assert journal.last() == {}
        assert "cannot be read" in journal.trouble


def test_a_record_of_a_newer_version_is_left_alone(file):
    with opened(file, NOW) as journal:
        journal.add(attempt())
    db = sqlite3.connect(file)
    db.execute(f"PRAGMA user_version = {VERSION + 1}")
    db.commit()
    db.close()
    before = file.read_bytes()
    with opened(file, NOW) as journal:
        journal.add(attempt("doubles"))
        assert "newer" in journal.trouble
    assert file.read_bytes() == before


def test_a_file_where_the_folder_should_be_stops_nothing(file):
    file.parent.write_text("mine")
    with opened(file, NOW) as journal:
        journal.add(attempt())
        assert journal.last() == {}
        assert journal.trouble.startswith("Nothing is recorded")
    assert file.parent.read_text() == "mine"


def test_a_folder_where_the_file_should_be_stops_nothing(file):
    file.mkdir(parents=True)
    with opened(file, NOW) as journal:
        journal.note("sums", "hint", NOW)
        assert journal.hints("sums") == 0
        assert journal.trouble.startswith("Nothing is recorded")


def test_a_disk_that_is_full_is_told_and_stops_nothing(journal, file):
    journal.add(attempt())
    assert journal._db is not None
    [(pages,)] = journal._db.execute("PRAGMA page_count")
    journal._db.execute(f"PRAGMA max_page_count = {pages}")
    journal.add(attempt(answer="x" * 100_000))
    assert "not recorded" in journal.trouble
    assert journal.last() == {"sums": attempt()}


def test_two_at_once_both_write(file):
    with opened(file, NOW) as one, opened(file, NOW) as other:
        one.add(attempt("sums"))
        other.add(attempt("doubles"))
        one.note("sums", "hint", NOW)
        assert set(one.last()) == set(other.last()) == {"sums", "doubles"}
        assert (one.trouble, other.trouble) == ("", "")


WRITE_FOREVER = """
import sys
from datetime import datetime, timezone
from itertools import count
from pathlib import Path
from sensei.journal import Attempt, Journal
now = datetime.now(timezone.utc)
journal = Journal(Path(sys.argv[1]), now)
for number in count(1):
    journal.add(Attempt(f"koan_{number}", now, "wrong", 0.0, "x" * 3000, 0, "f"))
    print(number, flush=True)
"""


@pytest.mark.skipif(sys.platform == "win32", reason="kill -9")
@pytest.mark.parametrize("lines", [1, 7, 40])
def test_what_was_told_written_is_there_after_kill_9(file, lines):
    writer = subprocess.Popen(
        [sys.executable, "-c", WRITE_FOREVER, str(file)],
        cwd=REPOSITORY,
        stdout=subprocess.PIPE,
        text=True,
    )
    assert writer.stdout is not None
    with writer, writer.stdout:
        for _ in range(lines):
            told = int(writer.stdout.readline())
        writer.send_signal(signal.SIGKILL)
        told = max([told, *map(int, writer.stdout.read().split())])
    with opened(file, NOW) as journal:
        kept = journal.last()
        assert journal.trouble == ""
    assert {f"koan_{number}" for number in range(1, told + 1)} <= set(kept)


def test_closing_twice_is_harmless(file):
    journal = Journal(file, NOW)
    journal.close()
    journal.close()


def test_a_record_that_was_removed_is_begun_anew(journal, file):
    journal.add(attempt())
    shutil.rmtree(file.parent)
    journal.add(attempt(answer="second"))
    assert journal.trouble == ""
    assert [row.answer for row in journal.last().values()] == ["second"]
    assert file.exists()
