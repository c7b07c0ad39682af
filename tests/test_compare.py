"""What kind of thing is off is told, and the value is not."""

from __future__ import annotations

import pytest
import torch

from sensei import compare


@pytest.mark.parametrize(
    ("wanted", "given", "said"),
    [
        (3, 4, "It is off by one."),
        (3, -3, "The sign is off."),
        (3.0, 30.0, "It is too large, by a factor of 10."),
        (8.0, 2.0, "It is too small, by a factor of 4."),
        (0.3333, 0.3330, "It is close: some digits, or the rounding, are off."),
        (7, 99, "It is too large."),
        (True, 1.5, "A bool is wanted, and yours is of type float."),
        (3, True, "No bool is wanted here."),
        (True, False, "It is the other of the two."),
        ((2, 3), (3, 2), "These are the right sizes, in another order."),
        ((2, 3), (2, 4), "One dim is off, dim 1: by one."),
        ((2, 3), (2, 9), "One dim is off, dim 1."),
        ((2, 3), (2, 3, 1), "The number of dims is off: yours has 3."),
        ((2, 3, 4), (7, 9, 4), "2 of 3 dims are off."),
        ([1, 2, 3], [1, 2], "The number of entries is off: yours has 2."),
        ([1, 2, 3], [3, 2, 1], "These are the right entries, in another order."),
        (
            [1, 2, 3],
            [1, 2, 9],
            "One entry is off, [2]. It is too large, by a factor of 3.",
        ),
        ([1, 2, 3], [-1, -2, -3], "The sign is off."),
        ([1, 2, 3], [2, 3, 4], "3 of 3 entries are off, each by one."),
        ([[1, 2, 3]], [1, 2, 3], "The number of dims is off: yours has 1."),
        (
            [[1, 2], [3, 4], [5, 6]],
            [[1, 2, 3], [4, 5, 6]],
            "The dims are in another order.",
        ),
        ([[1, 2], [3, 4]], [[1, 2, 3], [4, 5, 6]], "The size of dim 1 is off."),
        ([1, 2], 3, "Several entries are wanted, and yours is a single value."),
        (3, [1, 2], "A single value is wanted, and yours has several entries."),
        ("Sum", "sum", "Only the case is off."),
        ([[1, 2], [3]], [[1, 2], [4]], "Part [1] is off. One entry is off, [0]. It"),
        ([[1, 2], [3]], [[1, 2], 3], "Part [1] is off. Several entries are wanted"),
        ([[1, 2], [3]], [[1, 2], [3, 4]], "Part [1] is off. The number of entries is"),
        ([[1, 2], [3]], [[0], [0]], "2 of 2 parts are off; the first is [0]."),
        ([[1, 2], [3]], [[1, 2]], "The number of entries is off: yours has 1."),
        (
            [(1, 2), (3,)],
            [(1, 2), [3]],
            "The values are right, but a part is of another",
        ),
        ({"a": 1}, {"b": 1}, "Yours lacks 'a'. 'b' is not in it."),
        ({"a": 1, "b": 2}, {"a": 1}, "Yours lacks 'b'."),
        ({"a": 1}, {"a": 1, 2: 2, "c": 0}, "2 and 'c' are not in it."),
        ({"a": 1, "b": 2}, {"a": 1, "b": 3}, "The value of 'b' is off. It is off by"),
        ({"a": 1, "b": 2}, {"a": 0, "b": 0}, "The values of 'a' and 'b' are off."),
        ({"a": (2, 3)}, {"a": [2, 3]}, "The values are right, but a part is of anoth"),
        ({1, 2}, {1, 3}, "3 is not in it. Yours lacks 1 of 2 members."),
        (2, float("nan"), "It is a number, not nan."),
        (2, int, "Yours is the class `int` itself, and no value."),
        ([2], list, "Yours is the class `list` itself, and no value."),
        (torch.int64, int, "Yours is the class `int` itself, and no value. A dtype of"),
        (2, torch.relu, "Yours is a function that is not called, and no value."),
        (
            [torch.int8],
            [torch.int16],
            "One entry is off, [0]. The dtype is of the",
        ),
        (0.5, pytest.approx(0.6), "It is too large."),
        (
            [0.5, 2.0],
            pytest.approx([0.5, 4.0]),
            "One entry is off, [1]. It is too larg",
        ),
        ([0.51, 9.0], pytest.approx([0.5, 8.0], 0.05), "One entry is off, [1]."),
        ([0.5, 2.0], pytest.approx([0.5]), "The number of entries is off: yours has 1"),
        (torch.float32, torch.int64, "The dtype is of another kind"),
        (torch.float32, torch.float64, "The dtype is of the right kind"),
        (torch.float32, "float32", "The type is off: yours is of type str."),
    ],
)
def test_what_is_off_is_named(wanted, given, said):
    assert compare.off(wanted, given).startswith(said)


def test_a_value_that_cannot_be_compared_is_no_fault():
    class Odd:
        def __eq__(self, other):
            raise RuntimeError("never")

        __hash__ = None

    assert compare.off([Odd()], [Odd()]) == ""


def test_a_prediction_of_nan_is_not_told_by_what_is_off():
    assert compare.off(float("nan"), 2) == ""


@pytest.mark.parametrize(
    ("wanted", "given"),
    [([(5, 5), 9], [[5, 5], 9]), ([True, False, True], [True, False, 1])],
)
def test_a_part_of_another_type_is_not_another_order(wanted, given):
    assert "a part is of another type" in compare.off(wanted, given)
