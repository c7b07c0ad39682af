"""The table of topics in README.md is made from the lessons, and current."""

from __future__ import annotations

from pathlib import Path

import pytest

from sensei import path, topics
from sensei.errors import SenseiError
from sensei.path import Home
from tests.bad_lessons import lesson, sums
from tests.checkout import REPOSITORY, Checkout

ESSENTIAL = lesson(sums(mark="@pytest.mark.essential"), imports="import pytest")
LESSONS = {
    "01_first/test_01_apples.py": ESSENTIAL,
    "01_first/test_02_berries.py": lesson(),
    "02_second/test_01_dates.py": lesson(),
}
TABLE = """\
| topic | koans | on the short path |
|---|---:|---:|
| [First things](koans/01_first/README.md) | 2 | 1 |
| 02_second | 1 | 0 |
| all | 3 | 1 |"""


@pytest.fixture
def home(tmp_path: Path) -> Home:
    checkout = Checkout(tmp_path, LESSONS)
    guide = checkout.home.koans / "01_first" / "README.md"
    guide.write_text("# First things\n\nMore.\n", encoding="utf-8")
    return checkout.home


def readme(home: Home, text: str) -> Path:
    file = home.root / "README.md"
    file.write_text(text, encoding="utf-8")
    return file


def test_the_table_of_this_repository_is_current():
    home = Home(REPOSITORY)
    text = (REPOSITORY / "README.md").read_text(encoding="utf-8")
    assert topics.in_readme(home, path.read(home)) == text, "run `make topics`"


def test_the_table_counts_koans_and_those_on_the_short_path(home):
    assert topics.table(home, path.read(home)) == TABLE


def test_the_table_stands_between_its_marks(home):
    file = readme(home, f"# A\n\n{topics.BEGIN}\nold\n{topics.END}\n\nmore\n")
    topics.update(home, path.read(home))
    assert file.read_text(encoding="utf-8") == (
        f"# A\n\n{topics.BEGIN}\n\n{TABLE}\n\n{topics.END}\n\nmore\n"
    )


def test_an_old_table_is_brought_up_to_date(home):
    readme(home, f"{topics.BEGIN}\nold\n{topics.END}\n")
    assert topics.update(home, path.read(home))


def test_a_current_table_stays(home):
    readme(home, f"{topics.BEGIN}\nold\n{topics.END}\n")
    topics.update(home, path.read(home))
    assert not topics.update(home, path.read(home))


@pytest.mark.parametrize("text", ["", topics.BEGIN, f"{topics.END}{topics.BEGIN}"])
def test_a_readme_without_the_marks_is_told(home, text):
    readme(home, text)
    with pytest.raises(SenseiError, match=r"README\.md lacks the marks"):
        topics.update(home, path.read(home))
