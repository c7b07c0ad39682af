"""What practice prints: a plan, the end of a session, the stats. No rules live here."""

from __future__ import annotations

import statistics
from collections.abc import Mapping, Sequence
from datetime import date, datetime, tzinfo

from rich.columns import Columns
from rich.console import Group, RenderableType
from rich.padding import Padding
from rich.panel import Panel
from rich.syntax import Syntax
from rich.table import Table
from rich.text import Text

from sensei.lesson import Lesson
from sensei.practice.cards import Known
from sensei.practice.grade import Grade
from sensei.practice.history import Result
from sensei.practice.plan import Pick, Why
from sensei.practice.stats import Stats
from sensei.screen import prose

STYLES: Mapping[Grade | None, str] = {
    "easy": "bold green",
    "good": "green",
    "hard": "yellow",
    "again": "red",
    None: "dim",
}
WHYS: Mapping[Why, str] = {
    "due": "due",
    "weak": "weak topic",
    "new": "new",
    "unseen": "long unseen",
    "kata": "kata",
    "again": "once more",
}


def clock(seconds: float) -> str:
    """Return minutes and seconds, such as 4:05; with a sign where below zero."""
    whole = round(abs(seconds))
    sign = "-" if seconds < 0 and whole else ""
    return f"{sign}{whole // 60}:{whole % 60:02d}"


def plan(picks: Sequence[Pick]) -> RenderableType:
    """Return a plan as a table."""
    table = _table("", "koan", "topic", "why", "recall", "par", "expected")
    for place, pick in enumerate(picks, 1):
        recall = "" if pick.recall is None else f"{pick.recall:.0%}"
        table.add_row(
            str(place),
            pick.koan.slug,
            Text(pick.koan.topic, "dim"),
            WHYS[pick.why],
            recall,
            clock(pick.par),
            clock(pick.expected),
        )
    total = sum(pick.expected for pick in picks)
    return Group(table, Text(f"Items: {len(picks)}, about {total / 60:.0f} min", "dim"))


def line(result: Result) -> Text:
    """Return the one line that tells how an item went."""
    grade = result.grade or result.outcome
    text = Text.assemble((grade.capitalize(), STYLES[result.grade]), ": ")
    return text.append(result.why)


def summary(
    results: Sequence[Result],
    lessons: Mapping[str, Lesson],
    before: Mapping[str, Known],
    after: Mapping[str, Known],
    streak: int,
    now: datetime,
    zone: tzinfo | None = None,
) -> RenderableType:
    """Return the end of a session; before and after: what was known, by slug."""
    if not results:
        return Text("Nothing was practised.", "dim")
    table = _table("koan", "grade", "time", "best", "median", "due", "why")
    for result in results:
        known = before.get(result.slug)
        right = known.right if known else ()
        later = after.get(result.slug)
        faster = result.outcome == "right" and right and result.seconds < min(right)
        table.add_row(
            result.slug,
            Text(result.grade or "not graded", STYLES[result.grade]),
            Text(clock(result.seconds), "bold green" if faster else ""),
            clock(min(right)) if right else "",
            clock(statistics.median(right)) if right else "",
            f"{later.due.astimezone(zone):%a %d %b}" if later else "",
            Text(result.why, "dim"),
        )
    parts: list[RenderableType] = [table]
    wrong = {r.slug: r for r in results if r.grade == "again" and r.slug in lessons}
    for slug, result in wrong.items():
        parts.append(Padding(beside(lessons[slug], result.answer), (1, 0, 0, 0)))
    parts.append(Padding(_closing(results, before, streak), (1, 0, 0, 0)))
    parts.append(come_back(after, now, zone))
    return Group(*parts)


def beside(lesson: Lesson, answer: str | None) -> RenderableType:
    """Return the learner's answer beside the reference."""
    given = lesson.laid_out(answer) if answer is not None else "# no answer"
    return Group(
        prose(lesson.title.text, "bold"),
        Columns([_code("yours", given, "red"), _code("reference", lesson.reference)]),
    )


def _code(title: str, code: str, style: str = "green") -> Panel:
    shown = Syntax(code, "python", theme="ansi_dark", background_color="default")
    return Panel(shown, title=title, title_align="left", border_style=style)


def _closing(
    results: Sequence[Result], before: Mapping[str, Known], streak: int
) -> RenderableType:
    faster, slipped = 0, 0
    for result in results:
        known = before.get(result.slug)
        if known is None or not known.right:
            continue
        if result.grade == "again":
            slipped += 1
        elif result.seconds < statistics.median(known.right):
            faster += 1
    right = sum(result.outcome == "right" for result in results)
    graded = sum(result.grade is not None for result in results)
    days = f"{streak} {'day' if streak == 1 else 'days'} in a row"
    return Text(
        f"{right} of {graded} right · {faster} faster than your median · "
        f"{slipped} slipped · {days}"
    )


def stats(
    found: Stats, titles: Mapping[str, str], zone: tzinfo | None = None
) -> RenderableType:
    """Return where a learner stands; titles: of the topics."""
    return Group(
        _topics(found, titles),
        Padding(_sessions(found, zone), (1, 0)),
        _forecast(found.forecast),
        Text(f"\n{found.streak} days in a row, {len(found.practised)} days in all."),
    )


def _topics(found: Stats, titles: Mapping[str, str]) -> Table:
    table = _table("topic", "passed", "mastered", "due", "first time", "median")
    for row in found.topics:
        if not row.passed:
            continue
        table.add_row(
            titles.get(row.topic, row.topic),
            f"{row.passed} of {row.koans}",
            str(row.mastered or ""),
            Text(str(row.due or ""), "yellow"),
            "" if row.first is None else clock(row.first),
            "" if row.now is None else clock(row.now),
        )
    waiting = sum(not row.passed for row in found.topics)
    if waiting:
        table.caption = f"{waiting} topics more, of which nothing is passed yet"
        table.caption_justify = "left"
    return table


def _sessions(found: Stats, zone: tzinfo | None) -> RenderableType:
    if not found.sessions:
        return Text("No session yet.", "dim")
    table = _table("session", "minutes", "items", "easy", "good", "hard", "again")
    for row in found.sessions:
        grades = [str(row.grades[g] or "") for g in ("easy", "good", "hard", "again")]
        table.add_row(
            f"{row.at.astimezone(zone):%a %d %b %H:%M}",
            f"{row.seconds / 60:.0f} of {row.minutes:g}",
            str(row.items),
            *grades,
        )
    return table


def _forecast(days: Sequence[tuple[date, int]]) -> RenderableType:
    most = max((count for _, count in days), default=0)
    table = Table.grid(padding=(0, 1))
    for place, (day, count) in enumerate(days):
        name = "today" if place == 0 else f"{day:%a %d %b}"
        bar = Text("█" * round(30 * count / most) if most else "", "cyan")
        table.add_row(Text(name, "dim"), str(count or ""), bar)
    return Group(Text("Due in the next two weeks", "bold"), table)


def come_back(
    known: Mapping[str, Known], now: datetime, zone: tzinfo | None = None
) -> Text:
    """Return when to practise again, and how much there will be."""
    waiting = sum(entry.due <= now for entry in known.values())
    if waiting:
        return Text(f"{waiting} more are due now: come back today or tomorrow.")
    due = next_due(known, zone)
    if due is None:
        return Text()
    there = sum(k.due.astimezone(zone).date() == due.date() for k in known.values())
    return Text(f"Come back on {due:%a %d %b}: {there} will be due.")


def next_due(known: Mapping[str, Known], zone: tzinfo | None = None) -> datetime | None:
    """Return when the next koan falls due, in the learner's zone."""
    dues = [entry.due for entry in known.values()]
    return min(dues).astimezone(zone) if dues else None


def _table(*names: str) -> Table:
    table = Table(box=None, padding=(0, 2, 0, 0), header_style="dim")
    for name in names:
        numbers = ("recall", "par", "expected", "time", "best", "median", "passed")
        table.add_column(
            name,
            justify="right" if name in numbers else "left",
            no_wrap=name != "why",
            overflow="ellipsis",
        )
    return table
