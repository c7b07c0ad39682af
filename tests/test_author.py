"""`make new`: a lesson's skeleton at its place, and the later ones moved up."""

from __future__ import annotations

from pathlib import Path

import pytest

from sensei import author, path
from sensei.errors import SenseiError
from sensei.gate import text
from tests.bad_lessons import lesson
from tests.checkout import Checkout

LESSONS = {
    "01_first/test_01_apples.py": lesson(),
    "01_first/test_02_berries.py": lesson(),
    "01_first/test_03_cherries.py": lesson(),
    "02_second/test_01_dates.py": lesson(),
}


@pytest.fixture
def checkout(tmp_path: Path) -> Checkout:
    return Checkout(tmp_path, LESSONS)


def files(tree: Path) -> list[str]:
    return sorted(f.relative_to(tree).as_posix() for f in tree.rglob("test_*.py"))


def refusal(checkout: Checkout, topic: str, slug: str, after: str) -> str:
    with pytest.raises(SenseiError) as caught:
        author.new(checkout.home, topic, slug, after)
    return str(caught.value)


def test_a_lesson_comes_behind_the_one_it_follows(checkout):
    file, _ = author.new(checkout.home, "01_first", "bananas", "apples")
    assert file == checkout.home.solutions / "01_first/test_02_bananas.py"


def test_the_later_lessons_move_up(checkout):
    author.new(checkout.home, "01_first", "bananas", "apples")
    assert files(checkout.home.solutions) == [
        "01_first/test_01_apples.py",
        "01_first/test_02_bananas.py",
        "01_first/test_03_berries.py",
        "01_first/test_04_cherries.py",
        "02_second/test_01_dates.py",
    ]


def test_the_koans_move_with_their_lessons(checkout):
    author.new(checkout.home, "01_first", "bananas", "apples")
    assert files(checkout.home.koans) == files(checkout.home.solutions)


def test_an_answer_moves_with_its_koan(checkout):
    checkout.answer("cherries")
    before = checkout.file("cherries").read_text(encoding="utf-8")
    author.new(checkout.home, "01_first", "bananas", "apples")
    after = checkout.home.koans / "01_first/test_04_cherries.py"
    assert after.read_text(encoding="utf-8") == before


def test_what_was_renamed_is_told_in_order(checkout):
    _, renamed = author.new(checkout.home, "01_first", "bananas", "apples")
    assert renamed == [
        "01_first/test_02_berries.py -> test_03_berries.py",
        "01_first/test_03_cherries.py -> test_04_cherries.py",
    ]


def test_without_a_place_a_lesson_comes_last(checkout):
    file, renamed = author.new(checkout.home, "01_first", "bananas", "")
    assert (file.name, renamed) == ("test_04_bananas.py", [])


@pytest.fixture
def gap(checkout: Checkout) -> path.Home:
    """A checkout whose topic has no third lesson, and no fourth."""
    for tree in (checkout.home.solutions, checkout.home.koans):
        folder = tree / "01_first"
        (folder / "test_03_cherries.py").rename(folder / "test_05_cherries.py")
    return path.Home(checkout.home.root)


def test_a_gap_in_the_numbers_takes_a_lesson_in(gap):
    file, renamed = author.new(gap, "01_first", "bananas", "berries")
    assert (file.name, renamed) == ("test_03_bananas.py", [])


def test_a_lesson_comes_last_behind_a_gap(gap):
    file, renamed = author.new(gap, "01_first", "bananas", "")
    assert (file.name, renamed) == ("test_06_bananas.py", [])


def test_only_the_lessons_before_a_gap_move_up(gap):
    _, renamed = author.new(gap, "01_first", "bananas", "apples")
    assert renamed == ["01_first/test_02_berries.py -> test_03_berries.py"]


@pytest.mark.parametrize("topic", ["02_second", "02", "second"])
def test_a_topic_may_be_named_in_short(checkout, topic):
    file, _ = author.new(checkout.home, topic, "elderberries", "")
    assert file.parent.name == "02_second"


def test_a_new_topic_gets_its_folder(checkout):
    file, _ = author.new(checkout.home, "03_third", "figs", "")
    assert file == checkout.home.solutions / "03_third/test_01_figs.py"


def test_the_gate_refuses_a_skeleton_and_says_what_is_to_be_written(checkout):
    author.new(checkout.home, "01_first", "bananas", "apples")
    found = path.read(path.Home(checkout.home.root)).find("bananas")
    faults = list(text.faults(found))
    assert [fault.line for fault in faults] == [1, 3, 5, 6, 7, 9, 18]
    assert {fault.what.partition(":")[0] for fault in faults} == {
        "this is still to be written"
    }


def test_the_skeleton_is_a_lesson_without_other_faults(checkout):
    file, _ = author.new(checkout.home, "01_first", "bananas", "apples")
    file.write_text(file.read_text().replace("TODO: ", ""))
    found = path.read(path.Home(checkout.home.root)).find("bananas")
    assert list(text.faults(found)) == []


def test_the_koan_of_the_skeleton_is_written(checkout):
    author.new(checkout.home, "01_first", "bananas", "apples")
    found = path.read(path.Home(checkout.home.root)).find("bananas")
    assert checkout.home.koan(found).read_text(encoding="utf-8") == found.koan


@pytest.mark.parametrize(
    ("topic", "slug", "after", "said"),
    [
        ("01_frist", "bananas", "", "its number is that of 01_first"),
        ("first one", "bananas", "", "no such topic"),
        ("../out", "bananas", "", "no such topic"),
        ("01_first", "Bananas", "", "SLUG='Bananas'"),
        ("01_first", "ba nanas", "", "SLUG='ba nanas'"),
        ("01_first", "../bananas", "", "SLUG='../bananas'"),
        ("01_first", "2_bananas", "", "SLUG='2_bananas'"),
        ("01_first", "ba", "", "SLUG='ba'"),
        ("01_first", "b" * 41, "", "3 to 40 small letters"),
        ("01_first", "berries", "", "there is such a lesson already"),
        ("02_second", "berries", "", "there is such a lesson already"),
        ("01_first", "bananas", "aples", "Did you mean apples"),
        ("01_first", "bananas", "dates", "AFTER=dates is in 02_second, not 01_first"),
    ],
)
def test_what_will_not_do_is_told_and_changes_nothing(
    checkout, topic, slug, after, said
):
    before = files(checkout.home.root)
    assert said in refusal(checkout, topic, slug, after)
    assert files(checkout.home.root) == before
