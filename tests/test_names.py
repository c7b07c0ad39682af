"""A name that there is not leads to the nearest that there are."""

from __future__ import annotations

import pytest

from sensei import names

SLUGS = [
    "ellipsis_fills_the_middle",
    "fill_the_mask_not_multiply",
    "reshape_keeps_order",
    "the_diagonal_is_a_view",
    "the_double_where",
    "the_loss_before_any_learning",
    "view_refuses_what_reshape_copies",
]


@pytest.mark.parametrize(
    ("wanted", "found"),
    [
        ("fill_and_eye", ["fill_the_mask_not_multiply", "ellipsis_fills_the_middle"]),
        ("reshape", ["reshape_keeps_order", "view_refuses_what_reshape_copies"]),
        ("diagonals", ["the_diagonal_is_a_view"]),
        ("the_duoble_were", ["the_double_where"]),
        ("Double-Where", ["the_double_where"]),
        ("zzz", []),
        ("", []),
    ],
)
def test_the_nearest_share_a_word_or_are_nearly_the_same(wanted, found):
    assert names.nearest(wanted, SLUGS)[: len(found) or None] == found


def test_no_more_are_named_than_can_be_read():
    assert len(names.nearest("the_loss", [f"the_loss_{i}" for i in range(9)])) == 3


def test_several_are_named_in_a_sentence():
    assert names.did_you_mean("loss", ["a_loss", "b_loss", "c_loss"]) == (
        "Did you mean a_loss, b_loss or c_loss?"
    )


def test_where_none_is_near_it_says_where_all_are():
    assert names.did_you_mean("zzz", SLUGS) == "See `python -m sensei list`."


@pytest.mark.parametrize(
    "text",
    ["reshape_keeps_order", " koans/05_shape/test_02_reshape_keeps_order.py"],
)
def test_a_slug_is_named_by_itself_or_by_its_file(text):
    assert names.slug_in(text) == "reshape_keeps_order"
