"""Feedback speaks to the one who gave this answer."""

from __future__ import annotations

from dataclasses import replace

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


def test_the_answer_is_shown_as_it_is_written():
    assert predicted("0.7", right="0.7 ± 0.007").detail == "your answer  0.7"


def test_an_answer_that_is_computed_is_shown_with_its_value():
    assert predicted("2 ** 3", right="8").detail.splitlines() == [
        "your answer  2 ** 3",
        "which is     8",
    ]


def test_an_answer_of_several_lines_is_shown_without_the_files_indentation():
    assert predicted("[\n        1,\n    ]", right="[1]").detail.splitlines() == [
        "your answer  [",
        "                 1,",
        "             ]",
    ]


def test_a_prediction_that_stops_with_an_error_is_no_answer():
    text = SUMS.fill_koan("Ture")
    seen = Seen("test_it", "failed", 0, "NameError", "no 'Ture'", 11, None, None)
    found = feedback.teach(SUMS, WRONG, seen, "Ture", (), text)
    assert found.verdict == "broken"
    assert "there is nothing to compare yet" in found.message
    assert found.detail.endswith("NameError: no 'Ture'")


def test_a_listed_answer_that_stops_with_an_error_has_its_reason():
    seen = Seen("test_it", "failed", 0, "TypeError", "no", 11, None, None)
    found = feedback.teach(SUMS, WRONG, seen, "5", (), SUMS.fill_koan("5"))
    assert (found.verdict, found.message) == ("wrong", "That is the first two.")


def test_sides_that_look_the_same_are_told_apart():
    test = Seen("test_it", "failed", 0, "AssertionError", "", 14, "nan", "nan")
    test = replace(test, alike="nan is equal to nothing.")
    text = DOUBLES.fill_koan("return x")
    found = feedback.teach(DOUBLES, WRONG, test, "return 0 * x", (), text)
    assert found.detail.splitlines()[-3:] == [
        "left side    nan",
        "right side   nan",
        "nan is equal to nothing.",
    ]


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
