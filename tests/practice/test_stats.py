"""Where a learner stands, from the past alone."""

from __future__ import annotations

from dataclasses import replace
from datetime import date, datetime, timedelta, timezone

from sensei.practice import stats
from sensei.practice.cards import known
from sensei.practice.history import Began, History, Pass, Result
from sensei.practice.plan import Koan

DAY = timedelta(days=1)
NOW = datetime(2026, 3, 10, 12, tzinfo=timezone.utc)
UTC = timezone.utc
KOANS = (
    Koan("a", "01_x", "block", 60.0),
    Koan("b", "01_x", "block", 60.0),
    Koan("c", "02_y", "block", 60.0),
)


def right(slug: str, days: float, seconds: float = 20.0) -> Result:
    at = NOW - days * DAY
    return Result("s", 1, slug, at, "right", seconds, 0.0, 60.0, 0, 0, "easy", "right")


def found(
    *results: Result, passes: tuple[Pass, ...] = (), done: tuple[str, ...] = ()
) -> stats.Stats:
    past = History(passes, results)
    began = [Began("s", NOW - DAY, 15.0, "{}")]
    return stats.stats(KOANS, done, known(past, NOW), results, began, NOW, UTC)


def test_a_topic_counts_what_is_passed_and_what_is_due() -> None:
    passes = (Pass("a", NOW - 9 * DAY, "good"), Pass("b", NOW, "good"))
    row = found(passes=passes, done=("a", "b")).topics[0]
    assert (row.koans, row.passed, row.due, row.mastered) == (2, 2, 1, 0)


def test_what_was_practised_and_not_passed_is_known_and_no_pass() -> None:
    row = found(right("a", 9), done=("b",)).topics[0]
    assert (row.passed, row.due) == (1, 1)
    assert [cell is None for cell in row.mastery] == [False, True]


def test_a_topic_without_a_pass_has_no_mastery() -> None:
    assert found().topics[1].mastery == (None,)


def test_the_first_time_stands_beside_the_median() -> None:
    row = found(right("a", 9, 60.0), right("a", 5, 30.0), right("a", 1, 20.0)).topics[0]
    assert (row.first, row.now) == (60.0, 30.0)


def test_the_forecast_has_what_is_overdue_today() -> None:
    ahead = found(passes=(Pass("a", NOW - 60 * DAY, "good"),)).forecast
    assert ahead[0] == (date(2026, 3, 10), 1)
    assert len(ahead) == 14


def test_the_forecast_has_each_koan_on_its_day() -> None:
    ahead = dict(found(passes=(Pass("a", NOW, "good"),)).forecast)
    assert ahead[date(2026, 3, 12)] == 1


def test_a_week_is_measured_against_each_koans_first_time() -> None:
    weeks = found(right("a", 8, 60.0), right("a", 0, 30.0)).weeks
    assert [week.pace for week in weeks] == [None, 0.5]


def test_what_was_dropped_makes_no_day_of_practice() -> None:
    dropped = replace(right("a", 0), outcome="dropped", grade=None)
    assert found(dropped).practised == ()
    assert found(dropped).streak == 0


def test_days_in_a_row_are_counted() -> None:
    assert found(right("a", 2), right("b", 1), right("c", 0)).streak == 3


def test_the_csv_names_its_columns() -> None:
    lines = stats.as_csv([right("a", 0)]).splitlines()
    assert lines[0].startswith("session,item,slug,at,outcome,seconds")
    assert lines[1].startswith("s,1,a,2026-03-10T12:00:00.000+00:00,right,20.0")
