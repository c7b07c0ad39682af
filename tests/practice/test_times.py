"""Clocks that were set wrong, and days on the learner's calendar."""

from __future__ import annotations

from datetime import date, datetime, timedelta, timezone

from sensei.practice.times import believed, days, set_back, streak

DAY = timedelta(days=1)
NOW = datetime(2026, 3, 1, 12, tzinfo=timezone.utc)
TEN = [NOW - (10 - i) * DAY for i in range(10)]


def test_times_that_only_rise_are_believed_as_they_are() -> None:
    assert believed(TEN, NOW) == TEN


def test_a_record_from_the_year_1970_counts_as_the_one_before_it() -> None:
    wrong = datetime(1970, 1, 1, tzinfo=timezone.utc)
    assert believed([*TEN[:5], wrong, *TEN[5:]], NOW)[5] == TEN[4]


def test_a_record_from_next_year_counts_as_the_one_before_it() -> None:
    wrong = NOW + 365 * DAY
    later = NOW + 2 * DAY
    assert believed([*TEN, wrong, NOW + DAY], later)[10] <= later


def test_no_time_is_later_than_now() -> None:
    assert max(believed(TEN, NOW - 3 * DAY)) == NOW - 3 * DAY


def test_a_first_record_from_the_future_counts_as_the_first_believed() -> None:
    assert believed([NOW + DAY, *TEN], NOW)[0] == TEN[0]


def test_a_clock_behind_the_newest_record_is_told_by_how_much() -> None:
    assert set_back(TEN, TEN[-1] - DAY) == DAY


def test_seconds_of_correction_are_no_clock_set_back() -> None:
    assert set_back(TEN, TEN[-1] - timedelta(seconds=5)) is None


def test_days_are_those_of_the_learners_calendar() -> None:
    late = datetime(2026, 3, 1, 23, 30, tzinfo=timezone.utc)
    assert days([late], timezone(timedelta(hours=13))) == {date(2026, 3, 2)}


def test_a_streak_ends_today_or_yesterday() -> None:
    practised = {date(2026, 3, d) for d in (1, 2, 3, 5, 6)}
    assert streak(practised, date(2026, 3, 6)) == 2
    assert streak(practised, date(2026, 3, 7)) == 2
    assert streak(practised, date(2026, 3, 8)) == 0
