"""What is printed at the end of a session, and what a plan looks like."""

from __future__ import annotations

import io
from dataclasses import replace
from datetime import datetime, timedelta, timezone

from rich.console import Console, RenderableType

from sensei import path
from sensei.live.panes import Glyphs
from sensei.path import Home
from sensei.practice import hall, panes, rows, shown
from sensei.practice.begin import Begin
from sensei.practice.cards import known
from sensei.practice.history import History, Pass, Result
from sensei.practice.plan import Pool, kata, plan
from sensei.practice.session import Session
from tests.practice.hall import ROOT
from tests.practice.learners import Clock, Notes

UTC = timezone.utc
NOW = datetime(2026, 3, 10, 12, tzinfo=UTC)
SLUG = "clone_makes_a_second_tensor"
LESSONS = {lesson.slug: lesson for lesson in path.read(Home(ROOT)).lessons}


def right(days: float, seconds: float = 20.0) -> Result:
    at = NOW - timedelta(days=days)
    return Result("s", 1, SLUG, at, "right", seconds, 0.0, 60.0, 0, 0, "easy", "right")


def text(what: RenderableType, width: int = 120) -> str:
    out = Console(file=io.StringIO(), width=width)
    out.print(what)
    assert isinstance(out.file, io.StringIO)
    return out.file.getvalue()


def summary(now: Result, *before: Result) -> str:
    was = known(History((), before), NOW)
    after = known(History((), (*before, now)), NOW)
    return text(shown.summary([now], LESSONS, was, after, 1, NOW, UTC))


def test_the_time_stands_beside_the_own_best_and_median() -> None:
    said = summary(right(0, 10.0), right(9, 60.0), right(5, 30.0), right(3, 20.0))
    assert "0:10" in said
    assert "best 0:20, median 0:30" in said
    assert "1 faster than your median" in said


def test_a_wrong_answer_stands_beside_the_reference() -> None:
    failed = replace(right(0), outcome="revealed", grade="again", answer="mine + 1")
    said = summary(failed)
    assert "mine + 1" in said
    assert LESSONS[SLUG].answer.splitlines()[0] in said


def test_what_slipped_is_counted() -> None:
    failed = replace(right(0), outcome="skipped", grade="again")
    assert "1 slipped" in summary(failed, right(5))


def test_what_was_passed_on_the_path_can_slip() -> None:
    failed = replace(right(0), outcome="revealed", grade="again")
    was = known(History((Pass(SLUG, NOW - timedelta(days=9), "good"),)), NOW)
    for results in ([failed], [failed, failed]):  # once: it is one koan
        said = text(shown.summary(results, LESSONS, was, was, 1, NOW, UTC))
        assert "1 slipped" in said


def test_what_was_never_right_cannot_slip() -> None:
    failed = replace(right(0), outcome="revealed", grade="again")
    assert "0 slipped" in summary(failed)
    assert "0 slipped" in summary(failed, replace(failed, at=NOW - timedelta(days=5)))


def test_the_rounds_of_a_kata_are_compared_with_those_before() -> None:
    rounds = [right(0, seconds) for seconds in (9.0, 9.0, 12.0, 14.0, 5.0)]
    said = text(shown.summary(rounds, LESSONS, {}, {}, 1, NOW, UTC))
    assert "1 faster than your median" in said
    notes = [line for line in said.splitlines() if SLUG in line]
    assert "best" not in notes[0]
    assert "best 0:09, median 0:10" in notes[-1]


def test_a_skipped_or_dropped_item_is_not_faster() -> None:
    for outcome in ("skipped", "dropped"):
        left = replace(right(0, 1.0), outcome=outcome, grade=None)
        said = text(
            shown.summary(
                [left, right(0, 60.0)],
                LESSONS,
                known(History((), (right(5),)), NOW),
                {},
                1,
                NOW,
                UTC,
            )
        )
        assert "0 faster" in said


def test_the_rounds_of_a_kata_are_counted_on_the_screen() -> None:
    koan = hall.koan(LESSONS[SLUG])
    pool = Pool((koan,), {}, NOW)
    clock = Clock()
    for katas, label in ((kata(pool, SLUG, 5), "item 1 of 5 · kata"), ((), "item 1 ·")):
        begin = Begin("s", replace(pool, new=1), 15.0, katas)
        session = Session(begin, Notes(), clock, clock.now)
        session.next()
        clocks = panes.clocks_of(session, koan.topic)
        assert label in panes.header(clocks, 80, Glyphs(True)).plain


def test_the_next_day_is_named() -> None:
    good = replace(right(0), grade="good")
    assert "Come back on Thu 12 Mar: 1 will be due." in summary(good)


def test_a_dropped_item_is_not_counted() -> None:
    dropped = replace(right(0), outcome="dropped", grade=None)
    said = summary(dropped)
    assert "dropped" in said
    assert "of 1 right" not in said


def test_an_empty_session_is_told() -> None:
    assert "No item was finished" in text(shown.summary([], {}, {}, {}, 0, NOW))


def test_a_plan_says_why_and_how_long() -> None:
    koans = tuple(hall.koan(LESSONS[slug]) for slug in (SLUG,))
    past = History((Pass(SLUG, NOW - timedelta(days=9), "good"),))
    pool = Pool(koans, known(past, NOW), NOW)
    said = text(shown.plan(plan(pool, 15)))
    assert SLUG in said
    assert "due" in said
    assert "1 item, about" in said


def test_in_a_narrow_terminal_notes_stand_below_and_nothing_is_cut() -> None:
    koans = tuple(hall.koan(lesson) for lesson in LESSONS.values())[:40]
    past = History(tuple(Pass(k.slug, NOW - timedelta(days=9), "good") for k in koans))
    pool = Pool(koans, known(past, NOW), NOW)
    picks = plan(pool, 15)
    for width in (60, 80, 160):
        said = text(shown.plan(picks), width)
        assert "…" not in said
        assert all(pick.koan.slug in said for pick in picks)
        assert max(len(line.rstrip()) for line in said.splitlines()) <= width
        assert len(said.splitlines()) == len(picks) * (1 if width == 160 else 2) + 1


def test_numbers_are_not_cut_where_it_is_narrow() -> None:
    failed = replace(right(0, 63.0), outcome="right", grade="good")
    was = known(History((), (right(9, 61.0),)), NOW)
    said = text(shown.summary([failed], LESSONS, was, was, 1, NOW, UTC), 60)
    assert "1:03" in said
    assert "best 1:01, median 1:01" in " ".join(said.split())
    assert "1 day in a row" in " ".join(said.split())


def test_clocks_are_minutes_and_seconds() -> None:
    assert [rows.clock(s) for s in (0, 59.6, 61, -5)] == [
        "0:00",
        "1:00",
        "1:01",
        "-0:05",
    ]
