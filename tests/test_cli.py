"""`python -m sensei`, as a learner calls it."""

from __future__ import annotations

import json
import re
import subprocess

import pytest

from tests.checkout import REPOSITORY, Checkout, environment


@pytest.fixture
def checkout(tmp_path):
    return Checkout(tmp_path / "checkout")


# --- koans ---------------------------------------------------------------------


def test_the_first_call_shows_the_first_koan(checkout):
    ran = checkout.sensei("koans")
    assert ran.returncode == 1
    assert "0 of 3 passed" in ran.stdout
    assert "A sum counts all of its numbers." in ran.stdout
    line = checkout.lesson("sums").line
    assert f"koans/01_first/test_01_sums.py:{line}" in ran.stdout
    assert "assert sum(numbers) == __" in ran.stdout
    assert "incomplete" in ran.stdout
    assert "python -m sensei hint" in ran.stdout


def test_without_a_command_it_shows_the_next_koan(checkout):
    assert checkout.sensei().stdout == checkout.sensei("koans").stdout


def test_two_solved_lead_to_the_third_also_without_the_record(checkout):
    checkout.answer("sums")
    checkout.answer("doubles")
    first = checkout.sensei("koans").stdout
    assert "passed  A sum counts all" in first
    assert "2 of 3 passed" in first
    assert "02_second/test_01_totals.py" in first
    for file in checkout.home.records.iterdir():
        file.unlink()
    again = checkout.sensei("koans").stdout
    assert again == first


def test_a_wrong_answer_shows_its_reason_and_what_to_do(checkout):
    checkout.answer("sums", "5")
    ran = checkout.sensei("koans")
    assert ran.returncode == 1
    assert "wrong  That is the first two." in ran.stdout
    assert "python -m sensei koans" in ran.stdout


def test_the_whole_path_exits_with_0(checkout):
    for slug in ("sums", "doubles", "totals"):
        checkout.answer(slug)
    ran = checkout.sensei("koans")
    assert ran.returncode == 0
    assert "whole path" in ran.stdout
    assert checkout.sensei("koans").returncode == 0


def test_no_lessons_is_an_error(tmp_path):
    empty = Checkout(tmp_path / "empty", {})
    for command in (["koans"], ["list"], ["run"], ["hint"]):
        ran = empty.sensei(*command)
        assert ran.returncode == 2
        assert "holds no lesson" in " ".join(ran.stderr.split())


def test_a_lesson_that_cannot_be_read_is_told_and_the_others_go_on(checkout):
    file = checkout.home.solutions / "01_first" / "test_02_doubles.py"
    file.write_text("x = (")
    ran = checkout.sensei("koans")
    assert "solutions/01_first/test_02_doubles.py:1: no Python" in ran.stderr
    assert "0 of 2 passed" in ran.stdout


@pytest.mark.parametrize("columns", ["60", "80", "200"])
def test_no_line_is_wider_than_the_terminal(checkout, columns):
    checkout.edit("sums", "assert sum(numbers) == __", "assert sum(numbers) == (")
    env = {**environment(), "COLUMNS": columns}
    ran = subprocess.run(
        checkout.command("koans"),
        cwd=REPOSITORY,
        env=env,
        capture_output=True,
        text=True,
    )
    assert max(map(len, ran.stdout.splitlines())) <= int(columns)


def test_the_end_of_a_long_line_is_still_seen(checkout):
    checkout.edit("sums", "== __", "== __  # " + "a note " * 20 + "the end")
    assert "the end" in checkout.sensei("koans").stdout


def test_a_terminal_without_unicode_gets_plain_letters(checkout):
    checkout.answer("sums", "5")
    env = {**environment(), "PYTHONIOENCODING": "ascii"}
    ran = subprocess.run(
        checkout.command("koans"), cwd=REPOSITORY, env=env, capture_output=True
    )
    assert ran.returncode == 1
    assert b"x wrong" in ran.stdout


@pytest.mark.parametrize(
    "command", ["koans", "run", "hint", "list", "practice --plan", "check"]
)
def test_a_device_that_is_not_there_is_refused_at_once(checkout, command):
    ran = checkout.sensei(*command.split(), "--device", "tpu")
    assert (ran.returncode, ran.stdout) == (2, "")
    assert ran.stderr.startswith("--device tpu: this machine has no such device")
    assert "Available: cpu" in ran.stderr


# --- run, list -----------------------------------------------------------------


def test_run_prints_one_json_object(checkout):
    checkout.answer("sums", "5")
    ran = checkout.sensei("run", "sums", "--json")
    told = json.loads(ran.stdout)
    assert ran.returncode == 1
    assert told.pop("seconds") >= 0
    assert told == {
        "slug": "sums",
        "path": "koans/01_first/test_01_sums.py",
        "line": checkout.lesson("sums").line,
        "verdict": "wrong",
        "message": "That is the first two.",
        "detail": "your answer  5",
    }


def test_run_judges_the_next_by_default(checkout):
    checkout.answer("sums")
    checkout.sensei("koans")
    told = json.loads(checkout.sensei("run", "--json").stdout)
    assert (told["slug"], told["verdict"]) == ("doubles", "incomplete")


@pytest.mark.parametrize("arguments", [("sums", "--device", "tpu"), ("smus",)])
def test_what_keeps_a_koan_from_being_judged_is_json_too(checkout, arguments):
    ran = checkout.sensei("run", *arguments, "--json")
    assert ran.returncode == 2
    assert json.loads(ran.stdout) == {"error": ran.stderr.strip()}


def test_run_of_a_solved_koan_exits_with_0(checkout):
    checkout.answer("totals")
    ran = checkout.sensei("run", "koans/02_second/test_01_totals.py")
    assert ran.returncode == 0
    assert "passed" in ran.stdout


def test_run_records_what_it_saw(checkout):
    checkout.answer("doubles")
    checkout.sensei("run", "doubles")
    states = {row["slug"]: row["state"] for row in _listed(checkout)}
    assert states == {"sums": "incomplete", "doubles": "passed", "totals": "incomplete"}


def _listed(checkout):
    ran = checkout.sensei("list", "--json")
    assert ran.returncode == 0
    return json.loads(ran.stdout)


def test_list_prints_the_path_as_json(checkout):
    checkout.answer("sums", "(")
    assert _listed(checkout)[0] == {
        "slug": "sums",
        "topic": "01_first",
        "path": "koans/01_first/test_01_sums.py",
        "title": "A sum counts all of its numbers.",
        "state": "broken",
    }


def test_list_names_the_topics_by_their_guides(checkout):
    (checkout.home.koans / "01_first" / "README.md").write_text("# 01 First steps\n")
    ran = checkout.sensei("list")
    assert re.search(r"01 First steps +0 of 2", ran.stdout)
    assert re.search(r"02_second +0 of 1", ran.stdout)


def test_list_runs_nothing(checkout):
    checkout.answer("doubles")
    assert {row["slug"]: row["state"] for row in _listed(checkout)}[
        "doubles"
    ] == "unjudged"


# --- hint, solution, reset -----------------------------------------------------


def test_each_hint_shows_one_more(checkout):
    first, second, third = (checkout.sensei("hint").stdout for _ in range(3))
    assert "Count on your fingers." in first
    assert "more than six" not in first
    assert "more than six" in second
    assert "sensei solution sums" in second
    assert third == second


def test_a_hint_for_a_koan_of_ones_choice(checkout):
    assert "Say return." in checkout.sensei("hint", "doubles").stdout


def test_the_solution_is_shown_in_its_place(checkout):
    ran = checkout.sensei("solution", "totals")
    assert ran.returncode == 0
    assert "for number in numbers:" in ran.stdout
    assert "numbers[1:]" not in ran.stdout
    assert "See math.fsum" in ran.stdout


def test_reset_keeps_the_file_and_says_where(checkout):
    checkout.answer("sums", "24")
    mine = checkout.file("sums").read_bytes()
    ran = checkout.sensei("reset", "sums")
    assert ran.returncode == 0
    where = re.search(r"kept as (\S+)", ran.stdout)
    assert where is not None
    assert (checkout.home.root / where[1]).read_bytes() == mine
    assert checkout.file("sums").read_text() == checkout.lesson("sums").koan


@pytest.mark.parametrize("command", ["run", "hint", "solution", "reset"])
def test_an_unknown_slug_is_told_with_the_nearest(checkout, command):
    ran = checkout.sensei(command, "dubbles")
    assert ran.returncode == 2
    assert "no koan named 'dubbles'. Did you mean doubles?" in ran.stderr


def test_make_is_named_where_make_called(checkout):
    env = {**environment(), "MAKELEVEL": "1"}
    ran = subprocess.run(
        checkout.command("koans"),
        cwd=REPOSITORY,
        env=env,
        capture_output=True,
        text=True,
    )
    assert "make hint" in ran.stdout
