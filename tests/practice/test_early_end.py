"""A session that ends before its time says why, and what brings more."""

from __future__ import annotations

import sys
from datetime import datetime, timedelta, timezone
from pathlib import Path

import pytest

from sensei import journal, path
from sensei.journal import Attempt
from sensei.practice import empty
from sensei.practice.asked import Asked
from tests.practice import hall
from tests.practice.learners import koans
from tests.practice.terminal import session

KOANS = koans(("09_autograd",), each=3)
SLUGS = [koan.slug for koan in KOANS]


def test_what_brings_more_is_said() -> None:
    said = empty.no_more(Asked(topic="09"), KOANS, [KOANS[0].slug], SLUGS)
    assert "There is nothing more to practise in 09_autograd today." in said
    assert "new koans with `python -m sensei practice --topic 09 --new 3`" in said
    assert "other topics with `python -m sensei practice`" in said
    assert said.endswith("koans to pass with `python -m sensei koans`.")


def test_what_brings_nothing_is_not_said() -> None:
    said = empty.no_more(Asked(), KOANS, SLUGS, [*SLUGS, "another"])
    assert said == (
        "There is nothing more to practise today. "
        "More: koans to pass with `python -m sensei koans`."
    )
    said = empty.no_more(Asked(), KOANS, SLUGS, SLUGS)
    assert said == "There is nothing more to practise today."


@pytest.mark.skipif(sys.platform == "win32", reason="there are no pseudo-terminals")
def test_a_topic_with_one_passed_koan_is_soon_over(tmp_path: Path) -> None:
    home = hall.made(tmp_path)
    lessons = path.read(home).lessons
    now = datetime.now(timezone.utc)
    passed = [x for x in lessons if x.topic == "09_autograd_graph"][:1]
    passed += [x for x in lessons if x.topic == "01_creation"]
    with journal.opened(home.records / "journal.db", now) as opened:
        for x in passed:
            at = now - timedelta(days=10)
            opened.add(Attempt(x.slug, at, "passed", 0.1, "x", 0, "f"))
    with session(home, lessons, "--topic", "09") as terminal:
        lesson = terminal.lesson
        terminal.save(lesson, lesson.answer)
        printed = " ".join(terminal.ends().split())
    assert "nothing more to practise in 09_autograd_graph today" in printed
    assert "`python -m sensei practice --topic 09 --new 3`" in printed
