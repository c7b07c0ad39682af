"""Words that are the same everywhere."""

from __future__ import annotations

import pytest

from sensei import screen, wording


@pytest.mark.parametrize(
    ("number", "said"), [(0, "0 days"), (1, "1 day"), (2, "2 days")]
)
def test_one_thing_is_no_plural(number, said):
    assert wording.count(number, "day") == said


def test_the_nearest_hold_the_word_or_are_like_it():
    names = ["views_share_memory", "clones_do_not", "a_view_of_a_view", "reviews"]
    assert wording.nearest("view", names) == [names[0], names[2], names[3]]
    assert wording.nearest("clone_do_not", names) == ["clones_do_not"]
    assert wording.nearest("xyz", names) == []


def test_a_name_that_is_like_none_is_looked_up_in_the_list(monkeypatch):
    monkeypatch.setenv("MAKELEVEL", "1")
    assert wording.meant([]) == "`make list` shows all."
    assert wording.meant(["a", "b"]) == "Did you mean a or b?"
    assert wording.setting("topic", "math") == "TOPIC=math"
    monkeypatch.delenv("MAKELEVEL")
    assert wording.setting("topic", "math") == "--topic math"


def test_one_koan_for_a_gpu_is_no_plural():
    assert str(screen.elsewhere(1)).startswith("1 koan left, for a GPU")
    assert str(screen.elsewhere(7)).startswith("7 koans left, for a GPU")
