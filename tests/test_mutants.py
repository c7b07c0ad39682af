"""Neighbours of an answer, made by machine."""

from __future__ import annotations

import ast

import pytest

from sensei.gate import mutants
from tests.bad_lessons import DOUBLE, lesson, read, sums


def of(answer: str, *rights: str) -> list[str]:
    """Return the neighbours of a prediction."""
    source = lesson(sums(f"assert x == {answer}  # blank"), rights=rights)
    return mutants.predictions(read(source))


def edits(*lines: str) -> list[str]:
    body = "".join(f"    {line}\n" for line in lines)
    return mutants.edits(read(lesson(DOUBLE.replace("    return 2 * x\n", body))))


@pytest.mark.parametrize(
    ("answer", "neighbours"),
    [
        ("True", ["False"]),
        ("2", ["3", "1"]),
        ("-3", ["-4", "-2"]),
        ("40", ["41", "39", "44"]),
        ("2.0", ["3.0", "2.2"]),
        ("0.0", ["1.0", "0.1"]),
        ("1e-13", ["1.0000000000001", "1.1e-13"]),
        ('"a"', ["'ax'"]),
        ("None", ["0"]),
        ("(2, 3)", ["(3, 2)", "(2,)", "(2, 3, 3)", "(3, 3)", "(1, 3)", "(2, 4)"]),
        ("[True, False]", ["[False, True]", "[True]", "[False, False]"]),
        ("[1, 2, 3]", ["[3, 2, 1]", "[2, 1, 3]", "[1, 3, 2]", "[1, 2]"]),
        ("[[1, 2], [3, 4]]", ["[[3, 4], [1, 2]]", "[[2, 1], [3, 4]]"]),
        ("torch.float32", ["torch.float64", "torch.int64", "torch.bool"]),
        ("torch.Size([2, 3])", ["torch.Size([3, 2])", "torch.Size([2, 4])"]),
        ("{'a': 1}", ["{'a': 2}", "{'ax': 1}"]),
        ("ValueError", ["RuntimeError", "TypeError"]),
        ("[RuntimeError, None]", ["[None, RuntimeError]", "[RuntimeError, 0]"]),
    ],
)
def test_a_prediction_has_these_neighbours(answer, neighbours):
    assert [code for code in neighbours if code not in of(answer)] == []


@pytest.mark.parametrize("answer", ["(2, 3)", "[0, 0, 1]", "torch.int64", "[1.5, 2]"])
def test_no_neighbour_is_the_answer(answer):
    assert ast.unparse(ast.parse(answer)) not in of(answer)


def test_two_that_are_equal_and_exchanged_are_the_answer():
    assert "[2, 2]" not in of("[2, 2]")


def test_a_right_answer_is_no_neighbour():
    assert "[3, 2]" not in of("[2, 3]", "[3, 2]")


def test_what_equals_a_right_answer_is_no_neighbour():
    assert "3" not in of("2", "3.0")


def test_there_are_at_most_forty():
    answer = str(list(range(100, 160)))
    assert len(of(answer)) == mutants.MOST


def test_every_neighbour_is_python():
    for code in of("{'a': [1, (2.5, None)], 'b': torch.int64}"):
        ast.parse(code)


def test_code_must_not_be_empty():
    assert mutants.required(read(lesson(DOUBLE))) == ["pass", "return None"]


def test_an_expression_must_not_be_none():
    assert mutants.required(read(lesson(sums("y = 3  # blank", "assert y")))) == [
        "None"
    ]


def test_a_line_is_dropped():
    assert "y += 1\nreturn y" in edits("y = x", "y += 1", "return y")


def test_two_lines_change_places():
    assert "y += 1\ny = x\nreturn y" in edits("y = x", "y += 1", "return y")


def test_a_dim_is_changed():
    assert "return x.sum(dim=0)" in edits("return x.sum(dim=1)")


def test_lines_inside_a_loop_are_edited_too():
    found = edits("for y in x:", "    y += 1", "    print(y)", "return x")
    assert "for y in x:\n    print(y)\nreturn x" in found


def test_the_only_line_of_a_loop_becomes_pass():
    assert "for y in x:\n    pass" in edits("for y in x:", "    print(y)")


def test_an_edit_that_a_wrong_answer_lists_is_left_out():
    source = lesson(DOUBLE, wrongs=("return 3 * x", "return x"))
    assert "return 3 * x" not in mutants.edits(read(source))
