"""A learner's file is laid over the koan: what stands at the hole is the answer."""

from __future__ import annotations

import ast

import pytest

from sensei import overlay
from sensei.overlay import Altered
from tests.bad_lessons import DOUBLE, lesson, read, sums
from tests.checkout import REPAIR

PREDICTION = read(
    lesson(
        sums(
            'words = ["a", "b"]',
            "total = torch.tensor(len(words))",
            "assert total == 2  # blank",
            "assert len(words) > 1",
        ),
        imports="import torch",
    )
)
CALL = read(lesson(sums("y = max([4, 5], key=len)  # blank: key=len", "assert y")))
ARGUMENT = read(lesson(sums("y = max(4, 5)  # blank: 5", "assert y == 5")))
BLOCK = read(lesson(DOUBLE))
REPAIRED = read(REPAIR)


def answer(found, text: str) -> str:
    return overlay.lay_over(found.frame, text).answer


def altered(found, text: str) -> bool:
    try:
        overlay.lay_over(found.frame, text)
        overlay.imports(ast.parse(found.koan), ast.parse(text))
    except Altered:
        return True
    return False


solved = PREDICTION.fill_koan("2")

# --- what is free ---------------------------------------------------------------


@pytest.mark.parametrize(
    "code",
    [
        "2",
        "1 + 1",
        "[1, 2]",
        "(1, 2)",
        "torch.tensor([\n        1,\n        2,\n    ])",
        "{'a': 1}",
        "not_a_name",
        '"#"',
        "'é'",
        "-1",
        "...",
    ],
)
def test_what_was_written_is_the_answer(code):
    assert answer(PREDICTION, PREDICTION.fill_koan(code)) == code


@pytest.mark.parametrize(
    ("what", "text"),
    [
        ("line ends of Windows", solved.replace("\n", "\r\n")),
        ("line ends of old Macs", solved.replace("\n", "\r")),
        ("no line end at the end", solved.rstrip("\n")),
        ("a form feed", solved.replace("\n\n\ndef", "\n\x0c\n\ndef")),
        ("a line separator", solved.replace("Each", "\u2028Each")),
        ("tabs", solved.replace("    ", "\t")),
        ("single quotes", solved.replace('"', "'")),
        ("parentheses", solved.replace("total == 2", "(total == (2))")),
        ("a backslash", solved.replace("== 2", "== \\\n        2")),
        ("a semicolon", solved.replace("== 2", "== 2;")),
        ("spaces", solved.replace("== 2", "==   2   ")),
        ("a comment behind", solved.replace("== 2", "== 2  # I think")),
        ("comments between", solved.replace("    assert", "    # hm\n    assert")),
        ("no comments, another layout", ast.unparse(ast.parse(solved))),
        ("several lines", solved.replace('["a", "b"]', '[\n"a",\n"b",\n]')),
        ("another docstring", solved.replace("Each", "Any")),
        ("no docstring", solved.partition('"""\n\n')[2]),
        ("no import of the blank", solved.replace("from koans import __\n", "")),
        (
            "an added import",
            solved.replace("import torch", "import math\nimport torch"),
        ),
        ("an added name", "from os import path as where\n" + solved),
    ],
)
def test_another_way_to_write_it_is_free(what, text):
    assert not altered(PREDICTION, text), what
    assert answer(PREDICTION, text) == "2"


# --- what is not ----------------------------------------------------------------


@pytest.mark.parametrize(
    ("what", "text"),
    [
        ("another input", solved.replace('"b"', '"c"')),
        ("another number type", solved.replace("> 1", "> 1.0")),
        ("a deleted assert", solved.replace("    assert len(words) > 1\n", "")),
        (
            "a debug print",
            solved.replace("    assert len", "    print(1)\n    assert len"),
        ),
        ("an assert more", solved + "    assert True\n"),
        ("a statement behind", solved.replace("== 2", "== 2; pass")),
        ("a return behind", solved.replace("== 2\n", "== 2\n    return\n")),
        ("a message", solved.replace("== 2", '== 2, "two"')),
        (
            "a pair that is always true",
            solved.replace("total == 2", '(total == 2, "")'),
        ),
        ("a longer comparison", solved.replace("== 2", "== 2 == 2")),
        ("another operator", solved.replace("== 2", ">= 2")),
        ("an `or` behind", solved.replace("== 2", "== [] or True")),
        ("a condition behind", solved.replace("== 2", "== 3 if 0 else 1")),
        ("another test name", solved.replace("test_it", "test_that")),
        ("no test", solved.partition("def ")[0]),
        ("a second test", solved + "\n\ndef test_more():\n    pass\n"),
        ("another fixture", solved.replace("test_it()", "test_it(device)")),
        ("a decorator", solved.replace("def test_it", "@skip\ndef test_it")),
        ("a type", solved.replace("test_it():", "test_it() -> None:")),
        ("code at the end", solved + "\n\ntorch.tensor = len\n"),
        (
            "an import in the test",
            solved.replace("    total", "    import a\n    total"),
        ),
        ("a conditional import", "if 1:\n    import os\n" + solved),
        (
            "an import that shadows",
            solved.replace("import torch", "import os as torch"),
        ),
        ("an import of a builtin", "from numpy import max as len\n" + solved),
        ("an import of all", "from math import *\n" + solved),
        ("nothing at all", ""),
    ],
)
def test_another_question_is_altered(what, text):
    assert text != solved
    assert altered(PREDICTION, text), what


def test_an_import_that_was_there_is_not_added():
    koan = ast.parse(PREDICTION.koan)
    assert overlay.imports(koan, ast.parse(solved)) == {}


def test_an_added_import_is_told_with_its_target():
    text = "import numpy as np\nfrom os import path\n" + solved
    added = overlay.imports(ast.parse(PREDICTION.koan), ast.parse(text))
    assert added == {"np": "numpy", "path": "os.path"}


# --- calls ----------------------------------------------------------------------


@pytest.mark.parametrize(
    "code", ["5", "5, 7", "*[1, 2]", "5, key=len", "default=0", ""]
)
def test_an_argument_may_become_several(code):
    assert answer(ARGUMENT, ARGUMENT.fill_koan(code)) == code


@pytest.mark.parametrize(
    "code", ["key=len", "key=len, default=4", "**{'key': 2}", "[3]"]
)
def test_a_keyword_may_become_several(code):
    assert answer(CALL, CALL.fill_koan(code)) == code


def test_the_arguments_around_the_blank_stay():
    assert altered(ARGUMENT, ARGUMENT.fill_koan("5").replace("(4,", "(3,"))


# --- blocks and repairs ---------------------------------------------------------


@pytest.mark.parametrize(
    "code",
    [
        "return 2 * x",
        "y = 2 * x\n\n# so\nreturn y",
        "if x:\n    return 2 * x\nreturn 0",
        "def twice(y):\n    return 2 * y\n\nreturn twice(x)",
        "@staticmethod\ndef twice(y):\n    return 2 * y",
        "return (\n    2\n    * x\n)",
        "y = 2; return y * x",
        "pass",
    ],
)
def test_the_statements_of_a_block_are_the_answer(code):
    assert answer(BLOCK, BLOCK.fill_koan(code)) == code


def test_a_block_with_tabs_is_dedented():
    text = BLOCK.fill_koan("if x:\n    return 2 * x").replace("    ", "\t")
    assert answer(BLOCK, text) == "if x:\n\treturn 2 * x"


def test_a_block_with_line_ends_of_windows_is_read():
    text = BLOCK.fill_koan("y = 2\nreturn y * x").replace("\n", "\r\n")
    assert answer(BLOCK, text).splitlines() == ["y = 2", "return y * x"]


def test_code_behind_the_function_is_altered():
    text = BLOCK.fill_koan("return 2 * x")
    assert altered(BLOCK, text.replace("\n\n\ndef test", "\n\n\nx = 1\n\n\ndef test"))


def test_a_repair_is_what_stands_in_the_place_of_the_broken_lines():
    code = "for number in numbers:\n    result += number"
    assert answer(REPAIRED, REPAIRED.fill_koan(code)) == code


def test_a_repair_may_be_empty():
    assert answer(REPAIRED, REPAIRED.fill_koan("")) == ""


# --- answers that only parentheses would make one -------------------------------


@pytest.mark.parametrize("code", ["[] or True", "2, 'text'", "3 if 0 else 1", "2 == 2"])
def test_an_answer_that_changes_how_its_line_is_read_is_found(code):
    text = PREDICTION.fill_koan(code)
    assert overlay.regrouped(PREDICTION.frame, text) == code


def test_an_answer_as_it_should_be_is_not_regrouped():
    assert overlay.regrouped(PREDICTION.frame, solved) is None


def test_the_changes_leave_out_the_line_of_the_blank():
    text = solved.replace("> 1", "> 0")
    line = PREDICTION.line
    assert overlay.changes(PREDICTION.koan, text, range(line, line + 1)) == (
        "-     assert len(words) > 1\n+     assert len(words) > 0"
    )
