"""Words that are the same everywhere."""

from __future__ import annotations

import pytest

from sensei import screen, wording


@pytest.mark.parametrize(
    ("number", "said"), [(0, "0 days"), (1, "1 day"), (2, "2 days")]
)
def test_one_thing_is_no_plural(number, said):
    assert wording.count(number, "day") == said


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
    assert wording.nearest(wanted, SLUGS)[: len(found) or None] == found


def test_no_more_are_named_than_can_be_read():
    assert len(wording.nearest("the_loss", [f"the_loss_{i}" for i in range(9)])) == 3


def test_a_name_that_is_like_none_is_looked_up_in_the_list(monkeypatch):
    monkeypatch.setenv("MAKELEVEL", "1")
    assert wording.meant([]) == "`make list` shows all."
    assert wording.meant(["a", "b"]) == "Did you mean a or b?"
    assert wording.meant(["a", "b", "c"]) == "Did you mean a, b or c?"
    assert wording.setting("topic", "math") == "TOPIC=math"
    monkeypatch.delenv("MAKELEVEL")
    assert wording.setting("topic", "math") == "--topic math"


def test_one_koan_for_a_gpu_is_no_plural():
    assert str(screen.elsewhere(1)).startswith("1 koan left, for a GPU")
    assert str(screen.elsewhere(7)).startswith("7 koans left, for a GPU")
