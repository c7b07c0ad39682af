"""A lesson is read from its text, and its koan derives from it."""

from __future__ import annotations

import ast

import pytest

from sensei.errors import LessonError
from sensei.lesson import blanks_in, slug_in, slug_of
from sensei.path import Home
from sensei.path import read as read_path
from tests.bad_lessons import DOUBLE, lesson, read, sums
from tests.checkout import REPAIR, REPOSITORY

KOAN = '''\
"""A sum counts all of its numbers.

Each is counted once, however many there are.
"""

import math
import os

from koans import __


def test_it():
    assert math.pi == __
'''


def test_the_koan_has_the_text_and_the_import_and_the_blank():
    source = lesson(
        sums("assert math.pi == 3  # blank"), imports="import math\nimport os"
    )
    assert read(source).koan == KOAN


def test_a_koan_without_other_imports_begins_with_that_of_the_blank():
    koan = read(lesson()).koan
    assert '\n"""\n\nfrom koans import __\n\n\ndef test_the_sum' in koan


def test_a_koan_with_code_behind_its_docstring_keeps_one_line_apart():
    koan = read(lesson(f"X = 3\n\n\n{sums()}")).koan
    assert '\n"""\n\nfrom koans import __\n\nX = 3\n\n\ndef test_it' in koan


def test_the_import_of_the_blank_comes_behind_imports_of_several_lines():
    imports = "from math import (\n    e,\n    pi,\n)"
    koan = read(lesson(imports=imports)).koan
    assert f"\n{imports}\n\nfrom koans import __\n\n\ndef" in koan


def test_a_repair_imports_no_blank():
    assert "koans" not in read(REPAIR).koan


def test_a_docstring_without_fields_stays_as_it_is():
    koan = read('"""Title."""\n\nassert 2 == 2  # blank\n').koan
    assert koan == '"""Title."""\n\nfrom koans import __\n\nassert 2 == __\n'


def test_a_title_right_above_the_fields_closes_on_its_line():
    koan = read('"""Title.\n\nHint: A.\n"""\n\nassert 2 == 2  # blank\n').koan
    assert koan.startswith('"""Title."""\n\nfrom koans')


def test_comments_above_the_docstring_stay():
    koan = read("# coding\n" + lesson()).koan
    assert koan.startswith('# coding\n"""A sum counts')


@pytest.mark.parametrize("source", [lesson(), lesson(DOUBLE), REPAIR])
def test_the_koan_filled_with_its_answer_is_the_lesson_without_its_notes(source):
    found = read(source)
    expected = ast.parse(source)
    filled = ast.parse(found.fill_koan(found.answer))
    kept = [n for n in filled.body[1:] if ast.unparse(n) != "from koans import __"]
    assert [ast.dump(n) for n in kept] == [ast.dump(n) for n in expected.body[1:]]


@pytest.mark.parametrize("source", [lesson(), lesson(DOUBLE), REPAIR])
def test_the_frame_holds_one_hole(source):
    assert len(blanks_in(ast.parse(read(source).frame))) == 1


def test_the_line_is_that_of_the_koans_blank():
    found = read(lesson())
    assert "__" in found.koan.splitlines()[found.line - 1]


def test_line_ends_of_windows_make_no_difference():
    assert read(lesson().replace("\n", "\r\n")) == read(lesson())


def test_a_line_separator_in_the_text_is_no_line_end():
    found = read(lesson(text="Each is\u2028counted\x0conce."))
    assert found.koan.splitlines(keepends=True)[-1] == "    assert sum(numbers) == __\n"


def test_the_topic_is_the_folder():
    assert read(lesson(), "01_first/test_01_sums.py").topic == "01_first"


def test_marks_are_those_of_every_test():
    one = sums(mark="@pytest.mark.slow\n@pytest.mark.essential")
    two = "\n\n@pytest.mark.slow\ndef test_more():\n    pass\n"
    assert read(lesson(one + two, imports="import pytest")).marks == {"slow"}


@pytest.mark.parametrize(
    ("name", "slug"),
    [
        ("test_01_sums.py", "sums"),
        ("test_123_a_b2.py", "a_b2"),
        ("test_1_sums.py", None),
        ("test_01_Sums.py", None),
        ("test_sums.py", None),
        ("test_01_sums.pyc", None),
    ],
)
def test_the_slug_stands_behind_the_number(name, slug):
    assert slug_of(name) == slug


@pytest.mark.parametrize(
    ("source", "path", "what"),
    [
        (lesson(), "01_first/test_sums.py", ":1: not a lesson's file name"),
        (lesson() + "x = (\n", "a/test_01_sums.py", ":18: no Python: '(' was never"),
        ("x = 3\n" + lesson(), "a/test_01_sums.py", ":1: the file does not begin with"),
        ("'''T.'''\n", "a/test_01_sums.py", ":1: the file does not begin with"),
        ("", "a/test_01_sums.py", ":1: the file does not begin with"),
    ],
)
def test_what_is_no_lesson_is_told_with_file_and_line(source, path, what):
    with pytest.raises(LessonError) as caught:
        read(source, path)
    assert str(caught.value).startswith(f"solutions/{path}{what}")


# --- the lessons of this repository ---------------------------------------------


def test_every_lesson_of_the_repository_is_read():
    assert read_path(Home(REPOSITORY)).faults == ()


@pytest.mark.parametrize(
    "text",
    ["reshape_keeps_order", " koans/05_shape/test_02_reshape_keeps_order.py"],
)
def test_a_slug_is_named_by_itself_or_by_its_file(text):
    assert slug_in(text) == "reshape_keeps_order"
