"""What an answer may be made of: cheats are refused, honest answers are not."""

from __future__ import annotations

import pytest

from sensei import rules
from tests.bad_lessons import DOUBLE, lesson, read, sums

SHAPE = read(
    lesson(
        "def reshaped(x):\n    return x.reshape(3, 2)\n\n\n"
        + sums(
            "x = torch.arange(6).reshape(2, 3)",
            "y = reshaped(x)",
            "shape = tuple(y.shape)",
            "assert shape == (3, 2)  # blank",
        ),
        imports="import torch\nfrom torch import nn",
        wrongs=("(2, 3)", "(6,)"),
    )
)
WITH_NAMES = read(
    lesson(
        sums("n = 3", "m = abs(-4)", "assert [3, 4] == [n, m]  # blank"),
        rights=("[n, max(m, 0)]",),
    )
)
FUNCTION = f"def doubled(x):\n    return x + x\n\n\n{DOUBLE}"
CODE = read(lesson(FUNCTION))
BANNED = read(
    lesson(FUNCTION, bans=("torch.Tensor.sum", "mean"), imports="import torch")
)


def refused(found, answer: str, added: dict[str, str] | None = None) -> bool:
    return rules.refuse(found, answer, added or {}) is not None


# --- predictions ----------------------------------------------------------------


@pytest.mark.parametrize(
    "answer",
    [
        "(3, 2)",
        "[3, 2]",
        "3, 2",
        "-3",
        "(1 + 2, 4 // 2)",
        "torch.Size([3, 2])",
        "torch.Size((3, 2))",
        "torch.tensor([3, 2], dtype=torch.int64)",
        "torch.float32",
        "tuple([3, 2])",
        "(*range(3),)",
        "list(range(0, 10, 2))",
        "tuple(i for i in (3, 2))",
        "[row + [0] for row in [[3], [2]]]",
        'float("inf")',
        "{'a': 3}",
        "frozenset({3})",
        "complex(3, 2)",
        'torch.device("cpu")',
        "None",
        "...",
        "ValueError",
        "nn.Linear",
        "(3,\n    2,\n)",
        "(3, 2)  # I think",
        "",
        "not_a_name",
    ],
)
def test_an_honest_prediction_may_be_run(answer):
    assert not refused(SHAPE, answer)


@pytest.mark.parametrize(
    "answer",
    [
        "shape",
        "y.shape",
        "x.shape == x.shape",
        "tuple(y.shape)",
        "tuple(y.size())",
        "reshaped(x).shape",
        "reshaped",
        "shape or []",
        "[shape][0]",
        "shape[::1]",
        "(y := (3, 2))",
        "y := (3, 2)",
        "lambda: (3, 2)",
        "(lambda: shape)()",
        "f'{shape}'",
        "torch.arange(6).reshape(3, 2).shape",
        "torch.ones(3, 2).shape",
        "torch.zeros(2)",
        "nn.Linear(2, 3)",
        "eval('shape')",
        "locals()['shape']",
        "globals()",
        "vars()",
        "exit()",
        "open('x')",
        "getattr(y, 'shape')",
        "sorted((3, 2))",
        "(3, 2).__class__((3, 2))",
        "__import__('torch').Size((3, 2))",
        "type('A', (), {'__eq__': lambda *_: True})()",
        "([0 for shape in [0]] and shape)",
        "[shape for shape in [shape]][0]",
        "(yield)",
        "await x",
    ],
)
def test_a_prediction_that_asks_or_computes_is_refused(answer):
    assert refused(SHAPE, answer)


def test_the_names_that_the_lesson_uses_may_be_used():
    assert not refused(WITH_NAMES, "[n, m]")


def test_what_a_right_answer_calls_may_be_called():
    assert not refused(WITH_NAMES, "[max(n, 0), m]")


def test_what_no_listed_answer_calls_may_not_be_called():
    assert refused(WITH_NAMES, "[min(n, 9), m]")


def test_a_prediction_may_not_ask_an_import_of_its_own():
    assert refused(SHAPE, "ANY", {"ANY": "unittest.mock.ANY"})


def test_a_prediction_may_use_math():
    assert not refused(SHAPE, "math.inf", {"math": "math"})


def test_a_slice_is_looked_into():
    slice_of = read(
        lesson(
            "def bounds():\n    return 1\n\n\n"
            + sums("assert [5, 6] == [4, 5, 6, 7][1:3]  # blank: 1:3")
        )
    )
    assert not refused(slice_of, "1:3")
    assert refused(slice_of, "bounds():3")


# --- code -----------------------------------------------------------------------


@pytest.mark.parametrize(
    "answer",
    [
        "return 2 * x",
        "y = x + x\nreturn y",
        "def twice(y):\n    return 2 * y\n\nreturn twice(x)",
        "def twice(y=2):\n    return y\n\nreturn twice() * x",
        "twice = lambda y: 2 * y\nreturn twice(x)",
        "doubled = 2 * x\nreturn doubled",
        "def doubled(y):\n    return 2 * y\n\nreturn doubled(x)",
        "import math\nreturn math.fsum([x, x])",
        "return getattr(x, 'real') * 2",
        "if x:\n    return 2 * x\nreturn 0",
        "for _ in range(2):\n    pass\nreturn 2 * x",
        "return double(x / 2) * 2",
        "pass",
        "",
        "# nothing",
    ],
)
def test_honest_code_may_be_run(answer):
    assert not refused(CODE, answer)


@pytest.mark.parametrize(
    "answer",
    [
        "return doubled(x)",
        "f = doubled\nreturn f(x)",
        "return [doubled][0](x)",
        "return (lambda f: f(x))(doubled)",
        "return list(map(doubled, [x]))[0]",
        "def f(y=doubled(3)):\n    return y\n\nreturn f()",
        "@doubled\ndef f():\n    pass",
        "def f(doubled):\n    return 0\n\nreturn doubled(x)",
        "global doubled\ndoubled = abs\nreturn 2 * x",
        "return test_it_doubles()",
        "return globals()['doubled'](x)",
        "return eval('doubled')(x)",
        "exec('y = doubled(x)')",
        "return locals()",
    ],
)
def test_code_that_asks_the_test_is_refused(answer):
    assert refused(CODE, answer)


def test_the_function_around_the_blank_may_call_itself():
    assert not refused(CODE, "return double(x)")


def test_what_the_solution_calls_may_be_called():
    borrowing = read(lesson(FUNCTION.replace("return 2 * x", "return doubled(x)")))
    assert not refused(borrowing, "y = doubled(x)\nreturn y")


# --- banned names ---------------------------------------------------------------


@pytest.mark.parametrize(
    "answer",
    [
        "return x.sum()",
        "return torch.sum(x)",
        "return torch.Tensor.sum(x)",
        "return sum([x, x])",
        "total = x.sum\nreturn total()",
        "return mean(x)",
        "from torch import mean as m\nreturn m(x)",
        "from torch import sum\nreturn x",
        "return getattr(torch, 'sum')(x)",
        "return eval('x.sum()')",
    ],
)
def test_a_banned_name_is_refused_in_every_dress(answer):
    assert refused(BANNED, answer)


def test_a_banned_name_is_refused_under_the_name_of_an_import():
    assert refused(BANNED, "return m(x)", {"m": "torch.mean"})


@pytest.mark.parametrize(
    "answer", ["return summary", "return 'sum'", "# sum\nreturn x"]
)
def test_a_name_that_only_resembles_it_is_not_banned(answer):
    assert not refused(BANNED, answer)


@pytest.mark.parametrize(
    ("ban", "caught"),
    [("torch.mean", True), ("mean", True), ("x + y", False), ("mean()", False)],
)
def test_a_ban_catches_a_name(ban, caught):
    found = read(lesson(DOUBLE, bans=(ban,)))
    assert rules.catches(found, ban) == caught


def test_a_ban_of_no_name_is_not_caught_by_another_rule():
    assert not rules.catches(read(lesson(bans=("3",))), "3")


def test_a_variable_may_have_the_name_of_a_banned_function():
    assert not refused(BANNED, "mean = x + x")


def test_a_banned_function_under_its_own_name_is_banned():
    assert refused(BANNED, "mean = torch.mean\nreturn mean(x)")


def test_a_prediction_does_not_ask_a_tensor_that_it_makes():
    assert refused(SHAPE, "torch.tensor([[1, 2], [3, 4]]).shape")
