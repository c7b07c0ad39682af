"""Times that can be trusted: a clock that was set wrong does no harm."""

from __future__ import annotations

import bisect
from collections.abc import Iterable, Sequence
from datetime import date, datetime, timedelta, tzinfo


def believed(times: Sequence[datetime], now: datetime) -> list[datetime]:
    """Return the times, in the order of writing, such that none goes backwards.

    Records are appended, so their times should not fall. Where some do, a clock was
    wrong, then or before. The longest run of times that do not fall is believed (it
    is what most records agree on), and each of the others counts as its believed
    forerunner. None is later than now.
    """
    clamped = [min(time, now) for time in times]
    kept = _longest_rising(clamped)
    if not kept:
        return []
    found: list[datetime] = []
    latest = clamped[kept[0]]
    believable = set(kept)
    for place, time in enumerate(clamped):
        latest = time if place in believable else latest
        found.append(latest)
    return found


def _longest_rising(times: Sequence[datetime]) -> list[int]:
    """Return the places of the longest subsequence that never falls."""
    tails: list[datetime] = []
    places: list[int] = []
    before: list[int] = []
    for place, time in enumerate(times):
        length = bisect.bisect_right(tails, time)
        before.append(places[length - 1] if length else -1)
        tails[length : length + 1] = [time]
        places[length : length + 1] = [place]
    chain: list[int] = []
    place = places[-1] if places else -1
    while place >= 0:
        chain.append(place)
        place = before[place]
    return chain[::-1]


def set_back(times: Iterable[datetime], now: datetime) -> timedelta | None:
    """Return how far the clock stands before the newest record; None where it does not.

    A minute is let pass: clocks are corrected by seconds all the time.
    """
    newest = max(times, default=now)
    return newest - now if newest - now > timedelta(minutes=1) else None


def days(times: Iterable[datetime], zone: tzinfo | None) -> set[date]:
    """Return the days, as the learner's calendar has them, that the times fall on."""
    return {time.astimezone(zone).date() for time in times}


def streak(days: set[date], today: date) -> int:
    """Return how many days in a row end today, or yesterday while today is open."""
    day = today if today in days else today - timedelta(days=1)
    count = 0
    while day in days:
        count += 1
        day -= timedelta(days=1)
    return count
