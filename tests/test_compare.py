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
        ({"a": 1}, {"b": 1}, "The keys are others."),
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


def test_the_container_is_named_where_only_it_is_off():
    assert compare.container([2, 3], (2, 3)) == "list"
    assert compare.container([2, 3], (2, 4)) == ""


def test_tensors_of_other_shapes_are_told_by_their_shapes():
    said = compare.tensors(torch.zeros(2), torch.zeros(2, 1, dtype=torch.float64))
    assert said.splitlines() == [
        "actual    shape (2,), float32, cpu",
        "expected  shape (2, 1), float64, cpu",
    ]


def test_the_largest_error_is_told_with_its_place():
    said = compare.tensors(torch.tensor([[1.0, 2.0]]), torch.tensor([[1.0, 4.5]]))
    assert (
        said.splitlines()[2] == "largest error 2.5 at [0, 1]: 2 for 4.5; 1 of 2 differ"
    )


def test_a_nan_is_the_largest_error():
    said = compare.tensors(torch.tensor([9.0, torch.nan]), torch.tensor([1.0, 1.0]))
    assert "at [1]: nan for 1; 2 of 2 differ" in said


@pytest.mark.parametrize("value", [torch.zeros(2, device="meta"), torch.zeros(0)])
def test_tensors_without_numbers_are_no_fault(value):
    assert "largest" not in compare.tensors(value, value)


@pytest.mark.parametrize(
    ("wanted", "given"),
    [([(5, 5), 9], [[5, 5], 9]), ([True, False, True], [True, False, 1])],
)
def test_a_part_of_another_type_is_not_another_order(wanted, given):
    assert "a part is of another type" in compare.off(wanted, given)
