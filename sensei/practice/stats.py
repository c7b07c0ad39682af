"""Where a learner stands: by topic, by session, by week, and what will be due."""

from __future__ import annotations

import csv
import io
import statistics
from collections import Counter
from collections.abc import Collection, Mapping, Sequence
from dataclasses import asdict, dataclass, fields
from datetime import date, datetime, timedelta, tzinfo

from sensei.practice.cards import MASTERED, Known
from sensei.practice.grade import GRADES
from sensei.practice.history import Began, Result
from sensei.practice.plan import Koan
from sensei.practice.times import believed, days, streak

AHEAD = 14
"""Days of the forecast."""
SHOWN = 8
"""Sessions that are listed."""


@dataclass(frozen=True)
class TopicRow:
    """One topic. passed: as `list` has it; mastered, due: of what is known, by the
    path or by practice. first, now: the median seconds of right answers, the first
    ones and all; None before there is one. mastery: of each koan, from 0 to 1, None
    before it is known."""

    topic: str
    koans: int
    passed: int
    mastered: int
    due: int
    first: float | None
    now: float | None
    mastery: tuple[float | None, ...]


@dataclass(frozen=True)
class SessionRow:
    """One session. minutes: asked for; seconds: on the clocks of its items."""

    at: datetime
    minutes: float
    items: int
    seconds: float
    grades: Mapping[str, int]


@dataclass(frozen=True)
class WeekRow:
    """One week. pace: the median of seconds over the koan's first right time,
    of those that were met again."""

    monday: date
    items: int
    pace: float | None


@dataclass(frozen=True)
class Stats:
    """All of it. forecast: day and number due, today's with what is overdue."""

    topics: tuple[TopicRow, ...]
    sessions: tuple[SessionRow, ...]
    weeks: tuple[WeekRow, ...]
    forecast: tuple[tuple[date, int], ...]
    practised: tuple[tuple[date, int], ...]
    streak: int

    def as_json(self) -> dict[str, object]:
        """Return plain values for `json.dumps(..., default=str)`."""
        found = asdict(self)
        found["forecast"] = {str(day): count for day, count in self.forecast}
        found["practised"] = {str(day): count for day, count in self.practised}
        return found


def stats(
    koans: Sequence[Koan],
    passed: Collection[str],
    known: Mapping[str, Known],
    results: Sequence[Result],
    sessions: Sequence[Began],
    now: datetime,
    zone: tzinfo | None = None,
) -> Stats:
    """Return where a learner stands.

    passed: the slugs that are passed in `koans/`; days are those of zone (None: the
    system's).
    """
    results = [result for result in results if result.grade]  # dropped ones aside
    times = believed([result.at for result in results], now)
    by_day = Counter(at.astimezone(zone).date() for at in times)
    topics = dict.fromkeys(koan.topic for koan in koans)
    here = {koan.slug for koan in koans}
    return Stats(
        topics=tuple(
            _topic(topic, [k for k in koans if k.topic == topic], passed, known, now)
            for topic in topics
        ),
        sessions=_sessions(sessions, results),
        weeks=_weeks(results, times, zone),
        forecast=forecast(
            [entry for slug, entry in known.items() if slug in here], now, zone
        ),
        practised=tuple(sorted(by_day.items())),
        streak=streak_of(results, now, zone),
    )


def streak_of(
    results: Sequence[Result], now: datetime, zone: tzinfo | None = None
) -> int:
    """Return how many days in a row were practised."""
    times = believed([r.at for r in results if r.grade], now)
    return streak(days(times, zone), now.astimezone(zone).date())


def mastery(known: Known, now: datetime) -> float:
    """Return from 0 to 1 how well a koan sits: how long it holds, if it holds now."""
    return min(1.0, known.stability / MASTERED) * known.recall(now)


def forecast(
    known: Sequence[Known], now: datetime, zone: tzinfo | None
) -> tuple[tuple[date, int], ...]:
    """Return how many koans fall due on each day to come; today has the overdue."""
    today = now.astimezone(zone).date()
    due = Counter(max(today, entry.due.astimezone(zone).date()) for entry in known)
    ahead = [today + timedelta(days=i) for i in range(AHEAD)]
    return tuple((day, due[day]) for day in ahead)


def _topic(
    topic: str,
    koans: Sequence[Koan],
    passed: Collection[str],
    known: Mapping[str, Known],
    now: datetime,
) -> TopicRow:
    here = [known[koan.slug] for koan in koans if koan.slug in known]
    firsts = [entry.right[0] for entry in here if entry.right]
    medians = [statistics.median(entry.right) for entry in here if entry.right]
    return TopicRow(
        topic=topic,
        koans=len(koans),
        passed=sum(koan.slug in passed for koan in koans),
        mastered=sum(entry.mastered for entry in here),
        due=sum(entry.due <= now for entry in here),
        first=statistics.median(firsts) if firsts else None,
        now=statistics.median(medians) if medians else None,
        mastery=tuple(
            mastery(known[koan.slug], now) if koan.slug in known else None
            for koan in koans
        ),
    )


def _sessions(
    sessions: Sequence[Began], results: Sequence[Result]
) -> tuple[SessionRow, ...]:
    rows = []
    for began in sessions[-SHOWN:]:
        here = [r for r in results if r.session == began.session]
        grades = Counter(r.grade for r in here if r.grade)
        rows.append(
            SessionRow(
                at=began.at,
                minutes=began.minutes,
                items=len(here),
                seconds=sum(r.seconds for r in here),
                grades={grade: grades[grade] for grade in GRADES},
            )
        )
    return tuple(rows)


def _weeks(
    results: Sequence[Result], times: Sequence[datetime], zone: tzinfo | None
) -> tuple[WeekRow, ...]:
    first: dict[str, float] = {}
    paces: dict[date, list[float]] = {}
    items: Counter[date] = Counter()
    for result, at in zip(results, times):
        day = at.astimezone(zone).date()
        monday = day - timedelta(days=day.weekday())
        items[monday] += 1
        if result.outcome != "right" or result.seconds <= 0:
            continue
        if result.slug in first:
            pace = result.seconds / first[result.slug]
            paces.setdefault(monday, []).append(pace)
        first.setdefault(result.slug, result.seconds)
    return tuple(
        WeekRow(
            monday, count, statistics.median(paces[monday]) if monday in paces else None
        )
        for monday, count in sorted(items.items())
    )


def as_csv(results: Sequence[Result]) -> str:
    """Return one line per item that was practised, under a line of names."""
    names = [entry.name for entry in fields(Result)]
    out = io.StringIO()
    writer = csv.writer(out, lineterminator="\n")
    writer.writerow(names)
    for result in results:
        values = asdict(result)
        values["at"] = result.at.isoformat(timespec="milliseconds")
        writer.writerow([values[name] for name in names])
    return out.getvalue()
