"""`practice --plan` and `stats`, and what is said to bad input."""

from __future__ import annotations

import csv
import json
import os
import sqlite3
from dataclasses import replace
from datetime import datetime, timedelta, timezone
from pathlib import Path
from unittest import mock

import pytest

from sensei import journal, path
from sensei.journal import Attempt
from sensei.judge import Judge
from sensei.lesson import Lesson
from sensei.path import Home
from sensei.practice.asked import Asked
from sensei.practice.hall import prepare
from sensei.practice.history import Began, Result, Step
from sensei.practice.record import Record
from tests.practice import hall


@pytest.fixture
def home(tmp_path: Path) -> Home:
    return hall.made(tmp_path)


@pytest.fixture
def practised(home: Home) -> Home:
    hall.passed(home)
    return home


def plan(home: Home, *words: str) -> dict[str, object]:
    done = hall.run(home, "practice", "--plan", "--json", *words)
    assert done.returncode == 0, done.stderr
    found = json.loads(done.stdout)
    assert isinstance(found, dict)
    return found


def result(now: datetime, slug: str = "numel_counts_every_element") -> Result:
    return Result(
        "s", 1, slug, now, "right", 20.0, 30.0, 50.0, 0, 0, "easy", "right", "x"
    )


def add(home: Home, *results: Result) -> None:
    now = datetime.now(timezone.utc)
    with journal.opened(home.records / "journal.db", now) as opened:
        for entry in results:
            Record(opened).result(entry)
        assert opened.trouble == ""


def test_the_plan_is_json_and_fills_the_minutes(practised: Home) -> None:
    found = plan(practised, "--minutes", "5")
    assert 200 < found["seconds"] < 400  # type: ignore[operator]
    assert {item["why"] for item in found["items"]} == {"due"}  # type: ignore[attr-defined]


def test_the_plan_starts_nothing(practised: Home) -> None:
    plan(practised)
    assert not (practised.root / "practice").exists()


def test_the_same_seed_gives_the_same_plan(practised: Home) -> None:
    first, second = (plan(practised, "--seed", "3")["items"] for _ in range(2))
    assert first == second


def test_a_topic_is_found_by_a_part_of_its_name(practised: Home) -> None:
    items = plan(practised, "--topic", "autograd")["items"]
    assert {item["topic"] for item in items} == {"09_autograd_graph"}  # type: ignore[attr-defined]


def test_a_kata_is_one_koan_again_and_again(practised: Home) -> None:
    slug = "empty_is_uninitialised"
    items = plan(practised, "--kata", slug, "--repeat", "3")["items"]
    assert [item["slug"] for item in items] == [slug] * 3  # type: ignore[attr-defined]


def test_new_koans_come_in_when_asked_for(home: Home) -> None:
    items = plan(home, "--new", "2")["items"]
    assert [item["why"] for item in items] == ["new", "new"]  # type: ignore[attr-defined]


def test_with_nothing_passed_a_first_session_is_offered(home: Home) -> None:
    done = hall.run(home, "practice")
    assert done.returncode == 2
    assert "No koan is passed yet" in done.stderr
    assert "--topic 01_creation" in done.stderr


@pytest.mark.parametrize(
    ("words", "said"),
    [
        (("--minutes", "0"), "MINUTES=0: a session takes more than 0"),
        (("--minutes=-5",), "MINUTES=-5: a session takes more than 0"),
        (("--minutes", "abc"), "MINUTES=abc: a session takes more than 0"),
        (("--minutes", "nan"), "MINUTES=nan: a session takes more than 0"),
        (("--new", "some"), "NEW=some: say a whole number from 0"),
        (("--repeat", "0", "--kata", "x"), "REPEAT=0: say a whole number from 1"),
        (("--seed", "x"), "SEED=x: say a whole number"),
        (("--topic", "autgrad"), "Did you mean 09_autograd_graph?"),
        (("--kata", "empty_is_uninitialized"), "mean empty_is_uninitialised?"),
        (("--kata", "numel_counts_every_element"), "asks for a prediction"),
        (
            ("--kata", "empty_is_uninitialised", "--topic", "09"),
            "this koan is of topic 01_creation, not of TOPIC=09. Leave TOPIC out.",
        ),
        (("--repeat", "3"), "REPEAT=3 goes with KATA only"),
        (
            ("--kata", "empty_is_uninitialised", "--new", "3"),
            "KATA=empty_is_uninitialised and NEW=3 do not go together",
        ),
    ],
)
def test_bad_input_is_refused_with_what_to_say(
    practised: Home, words: tuple[str, ...], said: str
) -> None:
    done = hall.run(practised, "practice", *words)
    assert done.returncode == 2
    assert said in " ".join(done.stderr.split())
    assert "Traceback" not in done.stderr


def test_what_has_no_near_name_is_told_where_all_are(practised: Home) -> None:
    done = hall.run(practised, "practice", "--kata", "xyz")
    assert "`python -m sensei list` shows all" in " ".join(done.stderr.split())
    assert "empty_is_uninitialised" not in done.stderr


def test_an_empty_plan_says_why(home: Home) -> None:
    assert "No koan is passed yet" in hall.run(home, "practice", "--plan").stdout
    [lesson, *_] = path.read(home).lessons
    solve(home, lesson)
    topic = hall.run(home, "practice", "--plan", "--topic", "09").stdout
    assert "No koan is passed yet in 09_autograd_graph" in topic
    assert "--topic 09 --new 3" in " ".join(topic.split())
    said = hall.run(home, "practice", "--plan").stdout
    assert "the next koan is due on" in " ".join(said.split())


def test_answers_that_the_record_does_not_know_are_counted(home: Home) -> None:
    [lesson, *_] = path.read(home).lessons
    home.koan(lesson).write_text(lesson.fill_koan(lesson.answer), encoding="utf-8")
    done = hall.run(home, "practice")
    assert "Your files hold 1 answer: `python -m sensei koans`" in done.stderr


def test_what_was_asked_for_is_read_back_and_said_as_it_is_typed() -> None:
    asked = Asked(minutes=7.5, topic="05", new=3)
    assert Asked.read(asked.as_json()) == asked
    with mock.patch.dict(os.environ, {"MAKELEVEL": "1"}):
        assert asked.command() == "make practice MINUTES=7.5 TOPIC=05 NEW=3"
    assert Asked.read("no JSON") == Asked()


def test_without_a_terminal_no_session_begins(practised: Home) -> None:
    done = hall.run(practised, "practice")
    assert (done.returncode, "needs a terminal" in done.stderr) == (2, True)


def test_a_clock_set_back_by_a_day_is_told_and_plans_go_on(practised: Home) -> None:
    add(practised, result(datetime.now(timezone.utc) + timedelta(days=1)))
    done = hall.run(practised, "practice", "--plan", "--json")
    assert "24.0 hours before your newest record" in " ".join(done.stderr.split())
    assert json.loads(done.stdout)["items"]


def test_a_newer_journal_is_left_alone(practised: Home) -> None:
    with sqlite3.connect(practised.records / "journal.db") as db:
        db.execute("PRAGMA user_version = 99")
    db.close()
    before = (practised.records / "journal.db").read_bytes()
    done = hall.run(practised, "practice", "--plan", "--json")
    assert "newer torch-koans" in done.stderr
    assert (practised.records / "journal.db").read_bytes() == before


@pytest.mark.parametrize("words", [("practice", "--plan"), ("practice",), ("stats",)])
def test_a_locked_journal_is_told(practised: Home, words: tuple[str, ...]) -> None:
    other = sqlite3.connect(practised.records / "journal.db", isolation_level=None)
    other.execute("BEGIN EXCLUSIVE")
    with mock.patch.object(journal, "PATIENCE", 0.01):
        done = hall.run(practised, *words)
    other.close()
    said = " ".join(done.stderr.split())
    assert (done.returncode, said.count("database is locked")) == (2, 1)
    assert str(practised.records / "journal.db") in said
    assert "Another program writes in it" in said


def test_a_corrupt_journal_is_kept_aside_and_told(practised: Home) -> None:
    (practised.records / "journal.db").write_bytes(b"not a database, at all. " * 99)
    done = hall.run(practised, "stats", "--json")
    assert "corrupt" in done.stderr
    assert list(practised.records.glob("*.corrupt-*"))


def test_a_corrupt_journal_is_told_beside_what_else_is_wrong(practised: Home) -> None:
    (practised.records / "journal.db").write_bytes(b"not a database, at all. " * 99)
    done = hall.run(practised, "practice")
    assert "The record was corrupt" in done.stderr
    assert "journal.corrupt-" in done.stderr
    assert "No koan is passed yet" in done.stderr


def test_stats_are_printed_and_drawn(practised: Home) -> None:
    add(practised, result(datetime.now(timezone.utc)))
    done = hall.run(practised, "stats")
    assert done.returncode == 0, done.stderr
    assert "0 of 13" in done.stdout  # practised, and no file in koans/ is solved
    drawn = {file.suffix for file in practised.records.glob("stats.*")}
    assert drawn == {".png", ".svg"}
    assert str(practised.records / "stats.png") in done.stdout


@pytest.mark.parametrize("name", ["x.jpg", "x", "x.v2"])
def test_a_picture_of_another_kind_is_refused(practised: Home, name: str) -> None:
    file = practised.root / name
    done = hall.run(practised, "stats", "--picture", str(file))
    assert done.returncode == 2
    assert "the name ends in .png or .svg" in " ".join(done.stderr.split())
    assert not list(practised.root.glob("x.*"))


def test_stats_of_an_empty_record_are_printed_and_drawn(home: Home) -> None:
    done = hall.run(home, "stats")
    assert done.returncode == 0, done.stderr


def solve(home: Home, lesson: Lesson) -> None:
    """Answer a koan in `koans/`, and record that it passed."""
    home.koan(lesson).write_text(lesson.fill_koan(lesson.answer), encoding="utf-8")
    now = datetime.now(timezone.utc)
    print_ = Judge(home).look(lesson).fingerprint
    with journal.opened(home.records / "journal.db", now) as opened:
        opened.add(Attempt(lesson.slug, now, "passed", 0.1, "x", 0, print_))


def test_stats_count_as_passed_what_the_list_does(home: Home) -> None:
    first, second, third = path.read(home).lessons[:3]
    solve(home, first)
    solve(home, second)
    home.koan(second).write_text(second.koan, encoding="utf-8")  # begun again
    add(home, result(datetime.now(timezone.utc), third.slug))
    rows = json.loads(hall.run(home, "list", "--json").stdout)
    found = json.loads(hall.run(home, "stats", "--json").stdout)
    passed = [row["slug"] for row in rows if row["state"] == "passed"]
    assert passed == [first.slug]
    assert [topic["passed"] for topic in found["topics"]] == [1, 0]
    assert [cell is not None for cell in found["topics"][0]["mastery"][:4]] == [
        True,
        True,
        True,
        False,
    ]


def test_koans_for_a_gpu_count_in_the_stats_as_in_the_list(home: Home) -> None:
    on_gpu = home.solutions / path.read(home).lessons[-1].path
    text = on_gpu.read_text(encoding="utf-8")
    marked = text.replace("\ndef test_", "\n@pytest.mark.cuda\ndef test_", 1)
    on_gpu.write_text(
        marked.replace("import torch\n", "import pytest\nimport torch\n", 1)
    )
    assert "cuda" in path.read(home).lessons[-1].marks
    found = json.loads(hall.run(home, "stats", "--json").stdout)
    rows = json.loads(hall.run(home, "list", "--json").stdout)
    assert sum(len(topic["mastery"]) for topic in found["topics"]) == len(rows)


def test_stats_as_json_count_what_was_practised(practised: Home) -> None:
    add(practised, result(datetime.now(timezone.utc)))
    found = json.loads(hall.run(practised, "stats", "--json").stdout)
    assert found["streak"] == 1
    assert found["topics"][0]["first"] == 20.0
    assert len(found["forecast"]) == 14


def test_the_export_has_a_line_per_item(practised: Home, tmp_path: Path) -> None:
    now = datetime.now(timezone.utc)
    add(practised, result(now), result(now, "empty_is_uninitialised"))
    file = tmp_path / "items.csv"
    hall.run(practised, "stats", "--json", "--export", str(file))
    with file.open(newline="") as stream:
        rows = list(csv.DictReader(stream))
    assert [row["slug"] for row in rows] == [
        "numel_counts_every_element",
        "empty_is_uninitialised",
    ]


def test_an_export_that_cannot_be_written_is_told(practised: Home) -> None:
    done = hall.run(practised, "stats", "--export", "/nowhere/items.csv")
    assert (done.returncode, "cannot be written" in done.stderr) == (2, True)


def test_an_item_that_came_up_in_another_session_since_is_begun_afresh(
    practised: Home,
) -> None:
    found, asked = path.read(practised), Asked(minutes=10)
    now = datetime.now(timezone.utc)
    slug = found.lessons[-1].slug
    with journal.opened(practised.records / "journal.db", now) as opened:
        record = Record(opened)
        record.began(Began("first", now, 10.0, asked.as_json()))
        record.step(Step("first", 1, slug, now, "shown", 0.0, 0.0))
        prepared = prepare(found, asked, opened, now, resume=True)
        assert prepared.begin.open is not None
        later = replace(result(now + timedelta(minutes=1), slug), session="second")
        record.result(later)
        prepared = prepare(found, asked, opened, now, resume=True)
        assert prepared.begin.name == "first"
        assert prepared.begin.open is None
