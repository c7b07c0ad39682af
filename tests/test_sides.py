"""What differs between two sides of a comparison is told."""

from __future__ import annotations

import pytest
import torch

from sensei import sides


def test_the_container_is_named_where_only_it_is_off():
    assert sides.container([2, 3], (2, 3)) == "list"
    assert sides.container([2, 3], (2, 4)) == ""


@pytest.mark.parametrize(
    ("left", "right", "said"),
    [
        ([2, 3], (2, 3), "the left is of type list, the right of type tuple."),
        (
            torch.Size([2, 3]),
            [2, 3],
            "the left is of type Size, the right of type list.",
        ),
        ([(2, 3)], [[2, 3]], "a part is of another type: a list is no tuple"),
        (float("nan"), float("nan"), "nan is equal to nothing, itself included."),
        ([1.0, float("nan")], [1.0, float("nan")], "nan is equal to nothing"),
    ],
)
def test_what_differs_between_sides_that_look_the_same_is_told(left, right, said):
    assert said in sides.alike(left, right)


def test_things_written_the_same_are_told_by_their_types():
    class Left:
        def __repr__(self):
            return "it"

    class Right(Left):
        pass

    assert sides.alike(Left(), Right()) == (
        "Both are written so, but they are of types Left and Right."
    )
    assert sides.alike(Left(), Left()) == (
        "Both are written so, and yet they are not equal."
    )


@pytest.mark.parametrize(("left", "right"), [(2, 3), ([2], [3]), ("a", 2)])
def test_sides_that_look_different_need_no_more_words(left, right):
    assert sides.alike(left, right) == ""


def test_tensors_of_other_shapes_are_told_by_their_shapes():
    said = sides.tensors(torch.zeros(2), torch.zeros(2, 1, dtype=torch.float64))
    assert said.splitlines() == [
        "actual    shape (2,), float32, cpu",
        "expected  shape (2, 1), float64, cpu",
    ]


def test_the_largest_error_is_told_with_its_place():
    said = sides.tensors(torch.tensor([[1.0, 2.0]]), torch.tensor([[1.0, 4.5]]))
    assert (
        said.splitlines()[2] == "largest error 2.5 at [0, 1]: 2 for 4.5; 1 of 2 differ"
    )


def test_a_nan_is_the_largest_error():
    said = sides.tensors(torch.tensor([9.0, torch.nan]), torch.tensor([1.0, 1.0]))
    assert "at [1]: nan for 1; 2 of 2 differ" in said


@pytest.mark.parametrize("value", [torch.zeros(2, device="meta"), torch.zeros(0)])
def test_tensors_without_numbers_are_no_fault(value):
    assert "largest" not in sides.tensors(value, value)
