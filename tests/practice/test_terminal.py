"""Whole sessions in a pseudo-terminal, with real processes that judge."""

from __future__ import annotations

import sqlite3
import sys
import time
from pathlib import Path

import pytest

from sensei import path
from sensei.journal import PATIENCE
from tests.practice import hall
from tests.practice.terminal import session

pytestmark = pytest.mark.skipif(
    sys.platform == "win32", reason="there are no pseudo-terminals"
)


def test_a_session_with_all_that_can_happen(tmp_path: Path) -> None:
    """Right, wrong, hint, pause, solution, Ctrl-C, going on, and the end."""
    home = hall.made(tmp_path)
    lessons = hall.passed(home)
    with session(home, lessons, "--minutes", "10") as terminal:
        first = terminal.lesson
        terminal.save(first, first.answer)
        terminal.until(lambda: len(terminal.results()) == 1)
        assert terminal.results()[0][:2] == (first.slug, "right")

        terminal.until(lambda: terminal.lesson is not first)
        second = terminal.lesson
        terminal.save(second, second.wrongs[0].code)
        terminal.shows("wrong")
        terminal.press("h")
        terminal.shows("hint 1 of")
        terminal.press("p")
        terminal.shows("Paused")
        terminal.press("p")
        terminal.shows("hint 1 of")
        terminal.save(second, second.answer)
        terminal.until(lambda: len(terminal.results()) == 2)
        assert terminal.results()[1] == (second.slug, "right", "hard")

        terminal.until(lambda: terminal.lesson is not second)
        third = terminal.lesson
        terminal.press("s")
        terminal.shows("Show the solution?")
        terminal.press("y")
        terminal.shows("enter goes on")
        terminal.press("\r")
        terminal.until(lambda: terminal.lesson is not third)
        fourth = terminal.lesson
        terminal.save(fourth, fourth.wrongs[0].code)
        terminal.shows("wrong")
        terminal.press("\x03")  # Ctrl-C
        printed = terminal.ends()
        assert "To go on with this session" in printed
        assert third.slug in printed
        assert len(terminal.results()) == 3

    with session(home, lessons, "--minutes", "10") as terminal:
        assert terminal.lesson is fourth
        terminal.shows("You go on with the session of ")
        written = fourth.fill_koan(fourth.wrongs[0].code)
        assert terminal.file(fourth).read_text(encoding="utf-8") == written
        terminal.save(fourth, fourth.answer)
        terminal.until(lambda: len(terminal.results()) == 4)
        assert terminal.results()[3] == (fourth.slug, "right", "hard")
        terminal.press("q")
        terminal.shows("End the session?")
        terminal.press("y")
        assert "3 of 4 right" in terminal.ends()
        assert [r[0] for r in terminal.rows("SELECT kind FROM sessions")] == [
            "began",
            "ended",
        ]


def test_when_the_time_is_up_the_item_may_be_finished(tmp_path: Path) -> None:
    home = hall.made(tmp_path, ("01_creation",))
    lessons = hall.passed(home)
    with session(home, lessons, "--minutes", "0.05") as terminal:
        first = terminal.lesson
        terminal.shows("The time is up")
        terminal.save(first, first.answer)
        assert "1 of 1 right" in terminal.ends()


def test_a_closed_terminal_loses_only_the_running_item(tmp_path: Path) -> None:
    home = hall.made(tmp_path, ("01_creation",))
    lessons = hall.passed(home)
    with session(home, lessons) as terminal:
        first = terminal.lesson
        terminal.press("n")
        terminal.shows("Skip this koan?")
        terminal.press("y")
        terminal.until(lambda: terminal.lesson is not first)
        terminal.child.kill(9)
        terminal.ends()
        assert terminal.results() == [(first.slug, "skipped", "again")]


def test_where_nothing_is_passed_a_first_session_begins_when_wanted(
    tmp_path: Path,
) -> None:
    home = hall.made(tmp_path, ("01_creation",))
    with session(home, path.read(home).lessons) as terminal:
        terminal.shows("Begin with a first session on 01")
        terminal.press("y\r")
        assert terminal.lesson.topic == "01_creation"
        terminal.press("q")
        terminal.shows("End the session?")
        terminal.press("y")
        terminal.ends()


def test_a_corrupt_record_is_told_before_a_first_session_is_offered(
    tmp_path: Path,
) -> None:
    home = hall.made(tmp_path, ("01_creation",))
    hall.passed(home)
    (home.records / "journal.db").write_bytes(b"not a database, at all. " * 99)
    with session(home, path.read(home).lessons) as terminal:
        terminal.shows("Begin with a first session on 01")
        assert "The record was corrupt" in terminal.text
        assert "journal.corrupt-" in terminal.text.replace("\n", "")
        terminal.press("n\r")
        assert terminal.ends().count("The record was corrupt") == 1


def test_a_session_with_other_options_waits_and_that_is_said(tmp_path: Path) -> None:
    home = hall.made(tmp_path, ("01_creation",))
    lessons = hall.passed(home)
    with session(home, lessons, "--minutes", "10") as terminal:
        first = terminal.lesson
        terminal.press("\x03")
        terminal.ends()
    with session(home, lessons, "--minutes", "5") as terminal:
        terminal.shows("was cut short. Until")
        terminal.press("q")
        terminal.shows("End the session?")
        terminal.press("y")
        assert "python -m sensei practice --minutes 10\r\n" in terminal.ends()
    with session(home, lessons, "--minutes", "10") as terminal:
        terminal.shows("You go on with the session of ")
        assert terminal.lesson is first


def test_a_second_session_is_refused(tmp_path: Path) -> None:
    home = hall.made(tmp_path, ("01_creation",))
    lessons = hall.passed(home)
    with session(home, lessons) as terminal:
        assert terminal.lesson
        with session(home, lessons) as other:
            assert "Another session of practice" in other.ends()


def test_a_record_that_is_locked_to_the_end_loses_nothing(tmp_path: Path) -> None:
    home = hall.made(tmp_path, ("01_creation",))
    lessons = hall.passed(home)
    with session(home, lessons) as terminal:
        first = terminal.lesson
        other = sqlite3.connect(home.records / "journal.db", isolation_level=None)
        other.execute("BEGIN EXCLUSIVE")
        terminal.save(first, first.answer)
        terminal.shows("tried again by itself")
        terminal.press("q")
        terminal.shows("End the session?")
        terminal.press("y")
        begun = time.monotonic()
        printed = terminal.ends()
        assert time.monotonic() - begun < PATIENCE
        assert "1 of 1 right" in printed
        assert "What was not recorded is kept in" in " ".join(printed.split())
        other.close()
    with session(home, lessons) as terminal:
        assert terminal.lesson is not first
        terminal.until(lambda: len(terminal.results()) == 2)
        assert "You go on" not in terminal.text  # the end was recorded as well
        assert "cut short" not in terminal.text


def test_what_is_typed_ahead_of_the_end_does_nothing(tmp_path: Path) -> None:
    home = hall.made(tmp_path, ("01_creation",))
    lessons = hall.passed(home)
    with session(home, lessons) as terminal:
        first = terminal.lesson
        terminal.press("qyohnys")
        terminal.ends()
        assert terminal.results() == [(first.slug, "dropped", None)]
