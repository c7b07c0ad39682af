"""The one blank of a lesson: its four forms, and what is no blank."""

from __future__ import annotations

import pytest

from sensei.errors import LessonError
from tests.bad_lessons import lesson, read, sums


def of(*lines: str):
    return read(lesson(sums(*lines)))


def blank_line(*lines: str) -> str:
    """Return the line of the koan that holds the blank of a test of these lines."""
    found = of(*lines)
    return found.koan.splitlines()[found.line - 1].strip()


# --- the end of a line ----------------------------------------------------------


@pytest.mark.parametrize(
    ("line", "shown", "answer", "kind"),
    [
        ("assert x == 9  # blank", "assert x == __", "9", "prediction"),
        ("assert x == (2, 3)  # blank", "assert x == __", "(2, 3)", "prediction"),
        ("assert x == ((2, 3))  # blank", "assert x == __", "((2, 3))", "prediction"),
        ("assert (x == 9)  # blank", "assert (x == __)", "9", "prediction"),
        ("assert 1 < x < 9  # blank", "assert 1 < x < __", "9", "prediction"),
        ("assert (x, 2) in {3}  # blank", "assert (x, 2) in __", "{3}", "prediction"),
        ("assert x == f(3)  # blank", "assert x == __", "f(3)", "prediction"),
        ("assert x == f(3)  # blank: 3", "assert x == f(__)", "3", "prediction"),
        ("assert f(x) == 9  # blank: x", "assert f(__) == 9", "x", "expression"),
        ("assert not x  # blank: x", "assert not __", "x", "expression"),
        ("y = x.sum(dim=0)  # blank", "y = __", "x.sum(dim=0)", "expression"),
        ("y = x.sum(dim=0)  # blank: 0", "y = x.sum(dim=__)", "0", "expression"),
        ("y += x + 1  # blank", "y += __", "x + 1", "expression"),
        ("y: int = 3  # blank", "y: int = __", "3", "expression"),
        ("return x  # blank", "return __", "x", "expression"),
        ("return (x)  # blank", "return __", "(x)", "expression"),
        ("y = x['é'] + 3  # blank: 3", "y = x['é'] + __", "3", "expression"),
        ("y = '# blank'  # blank", "y = __", "'# blank'", "expression"),
        ("y = x  #  blank:  x ", "y = __", "x", "expression"),
        ("x.backward()  # blank: x.backward()", "__", "x.backward()", "expression"),
    ],
)
def test_a_line_is_blanked(line, shown, answer, kind):
    found = of(line)
    koan = found.koan.splitlines()[found.line - 1].strip()
    assert (koan, found.answer, found.kind) == (shown, answer, kind)


def test_an_answer_may_stand_on_several_lines():
    found = of("assert x == [", "    1,", "    2,", "]  # blank")
    assert found.answer == "[\n        1,\n        2,\n    ]"


def test_a_blank_may_stand_on_an_earlier_line_than_its_mark():
    assert blank_line("assert x.sum(", "    dim=0", ") == 9  # blank: 0") == "dim=__"


def test_the_mark_is_gone_from_the_koan():
    assert "# blank" not in of("assert x == 9  # blank").koan


def test_the_text_behind_the_blank_stays():
    found = of("y = x.sum(dim=0, keepdim=True)  # blank: 0")
    assert found.koan.endswith("y = x.sum(dim=__, keepdim=True)\n")


def test_another_comment_that_says_blank_is_no_mark():
    assert of("y = 3  # blank lines", "assert x == 9  # blank").answer == "9"


# --- a block --------------------------------------------------------------------

BLOCK = """\
def f(x):
    # blank: double, then "add" one
    y = 2 * x

    return y + 1
    # end


def test_f():
    assert f(2) == 5
"""


def test_a_block_becomes_one_line_that_says_what_to_do():
    found = read(lesson(BLOCK))
    assert "def f(x):\n    __('double, then \"add\" one')\n\n\ndef test_f" in found.koan


def test_a_block_without_quotes_is_written_as_a_formatter_would():
    found = read(lesson(BLOCK.replace('"', "")))
    assert '    __("double, then add one")\n' in found.koan


def test_the_answer_of_a_block_is_dedented():
    assert read(lesson(BLOCK)).answer == "y = 2 * x\n\nreturn y + 1"


def test_an_answer_is_indented_as_its_block():
    filled = read(lesson(BLOCK)).fill("if x:\n    return 5")
    assert "def f(x):\n    if x:\n        return 5\n\n\ndef test_f" in filled


# --- a repair -------------------------------------------------------------------

REPAIR = """\
def f(x):
    # broken: double it
    # if x:
    #     return x
    if x:
        return 2 * x
    # end
    return 0


def test_f():
    assert f(2) == 4
"""


def test_a_repair_shows_the_broken_code():
    shown = "    # repair: double it\n    if x:\n        return x\n    return 0\n"
    assert shown in read(lesson(REPAIR)).koan


def test_a_repair_ends_where_its_lesson_says_so():
    ends = REPAIR.replace("    return 0\n", "    print(x)\n    # end\n")
    with pytest.raises(LessonError):
        read(lesson(ends.replace("    # end\n", "", 2)))


def test_a_repair_holds_no_blank():
    assert "__" not in read(lesson(REPAIR)).koan


def test_a_repair_knows_its_broken_code():
    assert read(lesson(REPAIR)).broken == "if x:\n    return x"


def test_the_frame_of_a_repair_has_its_hole():
    assert '    __("double it")\n    return 0\n' in read(lesson(REPAIR)).frame


# --- what is no blank -----------------------------------------------------------


@pytest.mark.parametrize(
    ("code", "line", "what"),
    [
        (sums("assert x  # plain", "# blanks"), 1, "the lesson has no blank"),
        (
            sums("assert x == 1  # blank", "assert x == 1  # blank"),
            17,
            "a second blank; the first is on line 16",
        ),
        (sums("assert not x  # blank"), 16, "has no right-hand side to blank out"),
        (sums("assert x and y  # blank"), 16, "has no right-hand side to blank out"),
        (sums("x.backward()  # blank"), 16, "has no right-hand side to blank out"),
        (sums("for i in x:  # blank", "    pass"), 16, "no statement ends where"),
        (sums("y = x + x  # blank: x"), 16, "'x' stands 2 times in the statement"),
        (sums("y = x  # blank: z"), 16, "'z' stands 0 times in the statement"),
        (sums("y = x + 1  # blank: + 1"), 16, "with `__` for '+ 1' the line is no"),
        (sums("y = x.a + 1  # blank: a +"), 16, "with `__` for 'a +' the line is no"),
        (sums("y = x.sum  # blank: um"), 16, "the koan holds 0 blanks, and should"),
        (sums("__ = 3", "y = __  # blank"), 17, "the koan holds 2 blanks, and should"),
        (BLOCK.replace("    # end\n", ""), 16, "`# blank:` without `# end`"),
        (BLOCK.replace(': double, then "add" one', ""), 16, "`# blank:` says nothing"),
        (
            BLOCK.replace("    y = 2 * x\n\n    return y + 1\n", "").replace(
                "    # end\n", "    # end\n    return x\n"
            ),
            17,
            "the answer is empty",
        ),
        (REPAIR.replace("# broken", "x = 3  # broken"), 16, "stands behind code"),
        (
            REPAIR.replace("    # if x:\n    #     return x\n", ""),
            16,
            "is not followed by the broken code",
        ),
        (REPAIR.replace("# if x:", "# if x"), 17, "the broken code is no Python"),
        (REPAIR.replace("# if x:", "#"), 18, "the broken code is no Python"),
        (
            "# blank: three numbers\nX = [1, 2, 3]\n# end\n\n\ndef test_it():\n"
            "    assert X\n",
            14,
            "the block stands in no function",
        ),
    ],
)
def test_what_is_no_blank_is_told_with_its_line(code, line, what):
    with pytest.raises(LessonError) as caught:
        read(lesson(code))
    said = str(caught.value)
    assert said.startswith(f"solutions/01_first/test_01_sums.py:{line}: ")
    assert what in said
