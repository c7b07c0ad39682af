"""Bad lessons whose blank, answers or neighbours of the answer are at fault."""

from __future__ import annotations

from tests import checkout
from tests.bad_lessons import DOUBLE, Case, lesson, sums

GOOD = {
    "good_prediction": Case(lesson()),
    "good_repair": Case(checkout.REPAIR),
    "good_expression": Case(
        lesson(
            sums("largest = max([2, 7, 4])  # blank: max", "assert largest == 7"),
            wrongs=("min", "sum"),
        )
    ),
    "good_block": Case(
        lesson(
            """\
def both(x):
    # blank: twice x, and x times x
    twice = 2 * x
    square = x * x
    return twice, square
    # end


def test_both():
    assert both(3) == (6, 9)
""",
            wrongs=("return x, x * x", "return 2 * x, 2 * x"),
        )
    ),
}

BLANK = {
    "blank_passes": Case(
        lesson(
            sums("value = [2]", "assert value is not [3]  # blank"),
            wrongs=("[4]", "[]"),
        ),
        (
            "17: the koan with its blank is accepted at seed 0",
            "17: the neighbour `[4]` of the answer is accepted at seed 0",
            "7: this `Wrong:` is accepted",
            "9: this `Wrong:` is accepted",
        ),
    ),
    "blank_is_not_used": Case(
        lesson(
            sums("largest = max  # blank", "assert largest is not min"),
            wrongs=("min", "min if largest else min"),
        ),
        (
            "16: the koan with its blank is accepted at seed 0",
            "16: the empty answer `None` is accepted at seed 0",
            "9: this `Wrong:` is not rejected by a test: UnboundLocalError",
        ),
    ),
    "solution_fails": Case(
        lesson(sums("assert sum([2, 3, 4]) == 8  # blank")),
        (
            "16: the solution fails at seed 0, 1, 2: assert 9 == 8",
            "16: the neighbour `9` of the answer is accepted at seed 0",
        ),
    ),
    "no_test": Case(
        lesson(sums().replace("test_it", "check_it"), wrongs=("5", "4")),
        (
            "16: the solution runs no test",
            "16: the koan with its blank is accepted",
            "16: the neighbour `8` of the answer is accepted",
            "7: this `Wrong:` is accepted",
            "9: this `Wrong:` is accepted",
        ),
    ),
    "always_skipped": Case(
        lesson(
            sums(mark='@pytest.mark.skip(reason="one day")'), imports="import pytest"
        ),
        ("19: the solution is skipped: one day",),
    ),
    "empty_accepted": Case(
        lesson(DOUBLE.replace("== 8", "!= 4"), wrongs=("return x", "return 4")),
        (
            "16: the empty answer `return None` is accepted at seed 0",
            "16: the empty answer `pass` is accepted at seed 0",
        ),
    ),
    "no_blank": Case(
        lesson(sums("assert 9 == 9").replace("  # blank", "")),
        ("1: the lesson has no blank",),
    ),
    "two_blanks": Case(
        lesson(sums("assert 9 == 9  # blank", "assert 8 == 8  # blank")),
        ("17: a second blank; the first is on line 16",),
    ),
}

LISTED = {
    "wrong_accepted": Case(
        lesson(wrongs=("9.0", "5")), ("7: this `Wrong:` is accepted at seed 0, 1, 2",)
    ),
    "wrong_accepted_at_some_seed": Case(
        lesson(
            DOUBLE.replace(
                "    assert double(4) == 8\n",
                "    x = random.randrange(3)\n    assert double(x) == 2 * x\n",
            ),
            imports="import random",
            wrongs=("return x", "return 2"),
        ),
        (
            "7: this `Wrong:` is accepted at seed 1, 2",
            "9: this `Wrong:` is accepted at seed 0",
        ),
    ),
    "wrong_by_its_name": Case(
        lesson(wrongs=("nine", "5")),
        ("7: this `Wrong:` is not rejected by a test: NameError: name 'nine'",),
    ),
    "wrong_by_its_import": Case(
        lesson(DOUBLE, wrongs=("from nowhere import two\nreturn two * x", "return x")),
        ("7: this `Wrong:` is not rejected by a test: ModuleNotFoundError",),
    ),
    "wrong_is_no_python": Case(
        lesson(wrongs=("5 +", "5")),
        (
            "7: this `Wrong:` is broken: Line 11, column 31: invalid syntax",
            "7: this answer is no Python in its place: invalid syntax",
        ),
    ),
    "wrong_does_not_compile": Case(
        lesson(DOUBLE, wrongs=("nonlocal y\nreturn x", "return x")),
        ("7: this `Wrong:` is not rejected by a test: SyntaxError",),
    ),
    "wrong_asks_python_to_stop": Case(
        lesson(DOUBLE, wrongs=("exit()", "return x")),
        ("7: this `Wrong:` is not rejected by a test: SystemExit",),
    ),
    "wrong_never_ends": Case(
        lesson(DOUBLE, wrongs=("while True:\n    pass", "return x")),
        ("7: this `Wrong:` is not rejected by a test: Expired: still running after",),
    ),
    "wrong_kills_python": Case(
        lesson(DOUBLE, imports="import os", wrongs=("os._exit(0)", "return x")),
        (
            "7: this `Wrong:` is not rejected by a test: "
            "crash: the process ended with exit code 0",
        ),
    ),
    "right_refused": Case(
        lesson(rights=("9.5",)),
        ("11: this `Right:` fails at seed 0, 1, 2: assert 9 == 9.5",),
    ),
    "broken_code_accepted": Case(
        checkout.REPAIR.replace("numbers[1:]:\n", "numbers[0:]:\n"),
        ("18: the broken code is accepted at seed 0, 1, 2",),
    ),
}

NEIGHBOURS = {
    "broadcasts": Case(
        lesson(
            sums(
                "x = torch.full((2,), 2.0)",
                "assert True is torch.allclose(x, torch.tensor([2.0, 2.0]))"
                "  # blank: [2.0, 2.0]",
            ),
            imports="import torch",
            wrongs=("[2.0, 3.0]", "[3.0, 3.0]"),
        ),
        ("19: the neighbour `[2.0]` of the answer is accepted at seed 0",),
    ),
    "counts_only": Case(
        lesson(
            sums("assert 3 == len((4, 1, 7))  # blank: (4, 1, 7)"),
            wrongs=("(4, 1)", "(4,)"),
        ),
        (
            "16: the neighbour `(1, 4, 7)` of the answer is accepted at seed 0",
            "16: the neighbour `(4, 1, 8)` of the answer is accepted at seed 0",
        ),
    ),
}

CASES = GOOD | BLANK | LISTED | NEIGHBOURS
