"""Grades, pars and expected times."""

from __future__ import annotations

import pytest

from sensei.practice import par
from sensei.practice.cards import known
from sensei.practice.grade import grade
from sensei.practice.history import History, Result
from tests.practice.learners import START


@pytest.mark.parametrize(
    ("tries", "hints", "seconds", "wanted"),
    [
        (0, 0, 30.0, "easy"),
        (0, 0, 30.1, "good"),
        (0, 0, 60.0, "good"),
        (0, 0, 60.1, "hard"),
        (1, 0, 5.0, "hard"),
        (0, 1, 5.0, "hard"),
    ],
)
def test_a_right_answer_is_graded_by_runs_hints_and_par(
    tries: int, hints: int, seconds: float, wanted: str
) -> None:
    given, why = grade("right", tries=tries, hints=hints, seconds=seconds, par=60.0)
    assert given == wanted
    assert why


@pytest.mark.parametrize("outcome", ["revealed", "skipped", "given up"])
def test_what_was_not_answered_is_again(outcome: str) -> None:
    given, why = grade(outcome, tries=0, hints=0, seconds=1.0, par=60.0)  # type: ignore[arg-type]
    assert (given, why) == ("again", outcome)


def test_what_the_clock_dropped_is_not_graded() -> None:
    assert grade("dropped", tries=2, hints=0, seconds=9.0, par=60.0)[0] is None


def test_par_grows_with_the_answer_and_its_kind() -> None:
    assert par.first("prediction", "(2, 3)") < par.first("expression", "(2, 3)")
    assert par.first("block", "a = b") < par.first("block", "a = b\nc = d\n")


def test_white_space_costs_nothing() -> None:
    assert par.first("block", "a=b") == par.first("block", "  a  =  b\n")


def test_par_is_the_own_median_from_three_right_answers_on() -> None:
    assert par.par(60.0, [10.0, 20.0]) == 60.0
    assert par.par(60.0, [10.0, 90.0, 20.0]) == 20.0


def test_an_item_is_expected_to_take_what_it_took_else_par() -> None:
    assert par.expected(60.0, []) == 60.0
    assert par.expected(60.0, [200.0]) == 200.0


def test_what_was_shown_at_once_is_not_expected_to_take_no_time() -> None:
    shown = Result(
        "s", 1, "a", START, "revealed", 2.0, 2.0, 60.0, 0, 0, "again", "revealed"
    )
    assert known(History((), (shown,)), START)["a"].spent == (60.0,)
