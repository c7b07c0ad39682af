"""Feedback speaks to the one who gave this answer."""

from __future__ import annotations

from sensei import feedback
from sensei import lesson as lessons
from sensei.verdict import Finding
from sensei.verdict import Test as Seen
from tests.checkout import DOUBLE, SUM

SUMS = lessons.read(SUM, "01_first/test_01_sums.py")
DOUBLES = lessons.read(DOUBLE, "01_first/test_02_doubles.py")
WRONG = Finding("wrong", "It is not that.", line=11)


def predicted(answer, *before, off="", right=None):
    text = SUMS.fill_koan(answer)
    seen = Seen(
        "test_it", "failed", 0, "AssertionError", "", 11, "9", right or answer, off=off
    )
    return feedback.teach(SUMS, WRONG, seen, answer, before, text)


def written(answer, **seen):
    text = DOUBLES.fill_koan(answer)
    test = Seen("test_it_doubles", "failed", 0, left=None, right=None, **seen)
    return feedback.teach(DOUBLES, WRONG, test, answer, (), text)


def test_the_first_wrong_answer_is_shown_and_the_value_is_not():
    assert predicted("8").detail == "your answer  8"


def test_the_second_different_answer_is_shown_the_value():
    assert "it is        9" in predicted("8", "7").detail


def test_the_same_answer_again_is_no_second_attempt():
    assert "it is" not in predicted("8", "8").detail


def test_the_same_answer_written_otherwise_is_no_second_attempt():
    assert "it is" not in predicted("8", " (8)").detail


def test_what_is_off_is_said():
    assert predicted("8", off="It is off by one.").message == (
        "It is not that. It is off by one."
    )


def test_a_listed_answer_has_its_reason():
    assert predicted("5").message == "That is the first two."


def test_a_listed_answer_is_known_by_its_value():
    assert predicted("2 + 3", right="5").message == "That is the first two."


def test_a_listed_code_is_known_by_its_syntax_tree():
    found = written("return(x)", exception="AssertionError", message="", line=14)
    assert found.message == "That is half of what is asked."


def test_an_error_shows_the_learners_line_and_the_message():
    found = written(
        "return x.twice", exception="AttributeError", message="no twice", line=10
    )
    assert found.message == "`test_it_doubles` stops with an error on line 10."
    assert found.detail.splitlines() == [
        "line 10   return x.twice",
        "AttributeError: no twice",
    ]


def test_tensors_are_told_in_place_of_the_message():
    found = written(
        "return 3 * x",
        exception="AssertionError",
        message="Tensor-likes are not close",
        line=14,
        tensors="largest error 4",
    )
    assert found.detail.splitlines()[1:] == ["largest error 4"]
