"""What is printed at the end of a session, and what a plan looks like."""

from __future__ import annotations

import io
from dataclasses import replace
from datetime import datetime, timedelta, timezone

from rich.console import Console, RenderableType

from sensei import path
from sensei.path import Home
from sensei.practice import hall, shown
from sensei.practice.cards import known
from sensei.practice.history import History, Pass, Result
from sensei.practice.plan import Pool, plan
from tests.practice.hall import ROOT

UTC = timezone.utc
NOW = datetime(2026, 3, 10, 12, tzinfo=UTC)
SLUG = "clone_makes_a_second_tensor"
LESSONS = {lesson.slug: lesson for lesson in path.read(Home(ROOT)).lessons}


def right(days: float, seconds: float = 20.0) -> Result:
    at = NOW - timedelta(days=days)
    return Result("s", 1, SLUG, at, "right", seconds, 0.0, 60.0, 0, 0, "easy", "right")


def text(what: RenderableType) -> str:
    out = Console(file=io.StringIO(), width=120)
    out.print(what)
    assert isinstance(out.file, io.StringIO)
    return out.file.getvalue()


def summary(now: Result, *before: Result) -> str:
    was = known(History((), before), NOW)
    after = known(History((), (*before, now)), NOW)
    return text(shown.summary([now], LESSONS, was, after, 1, NOW, UTC))


def test_the_time_stands_beside_the_own_best_and_median() -> None:
    said = summary(right(0, 10.0), right(9, 60.0), right(5, 30.0), right(3, 20.0))
    assert "0:10  0:20    0:30" in said
    assert "1 faster than your median" in said


def test_a_wrong_answer_stands_beside_the_reference() -> None:
    failed = replace(right(0), outcome="revealed", grade="again", answer="mine + 1")
    said = summary(failed)
    assert "mine + 1" in said
    assert LESSONS[SLUG].answer.splitlines()[0] in said


def test_what_slipped_is_counted() -> None:
    failed = replace(right(0), outcome="skipped", grade="again")
    assert "1 slipped" in summary(failed, right(5))


def test_the_next_day_is_named() -> None:
    good = replace(right(0), grade="good")
    assert "Come back on Thu 12 Mar: 1 will be due." in summary(good)


def test_a_dropped_item_is_not_counted() -> None:
    dropped = replace(right(0), outcome="dropped", grade=None)
    assert "0 of 0 right" in summary(dropped)


def test_an_empty_session_is_told() -> None:
    assert "Nothing was practised" in text(shown.summary([], {}, {}, {}, 0, NOW))


def test_a_plan_says_why_and_how_long() -> None:
    koans = tuple(hall.koan(LESSONS[slug]) for slug in (SLUG,))
    past = History((Pass(SLUG, NOW - timedelta(days=9), "good"),))
    pool = Pool(koans, known(past, NOW), NOW)
    said = text(shown.plan(plan(pool, 15)))
    assert SLUG in said
    assert "due" in said
    assert "1 items" not in said


def test_clocks_are_minutes_and_seconds() -> None:
    assert [shown.clock(s) for s in (0, 59.6, 61, -5)] == [
        "0:00",
        "1:00",
        "1:01",
        "-0:05",
    ]
