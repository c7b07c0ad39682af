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
from sensei.practice.record import CutShort
from sensei.practice.rows import Noted, Row, clock, table
from sensei.practice.stats import Stats, TopicRow
from sensei.screen import prose
from sensei.wording import count

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
    "unseen": "refresh",
    "kata": "kata",
    "again": "once more",
    "left": "as you left it",
}


def plan(picks: Sequence[Pick]) -> RenderableType:
    """Return a plan: each item with how long it should take, and why it comes."""
    rows = []
    for place, pick in enumerate(picks, 1):
        cells = (Text(f"{place:2}"), Text(pick.koan.slug), Text(clock(pick.expected)))
        notes = [pick.koan.topic, WHYS[pick.why]]
        if pick.recall is not None:
            notes.append(f"recall {pick.recall:.0%}")
        rows.append(Row(cells, (*notes, f"par {clock(pick.par)}")))
    total = sum(pick.expected for pick in picks)
    told = f"{count(len(picks), 'item')}, about {total / 60:.0f} min"
    return Group(Noted(rows), Text(told, "dim"))


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
        return Text("No item was finished.", "dim")
    rows = []
    for result, right in zip(results, earlier(results, before)):
        later = after.get(result.slug)
        faster = result.outcome == "right" and right and result.seconds < min(right)
        cells = (
            Text(result.slug),
            Text(clock(result.seconds), "bold green" if faster else ""),
            Text(result.grade or result.outcome, STYLES[result.grade]),
        )
        notes = [result.why]
        if right:
            median = clock(statistics.median(right))
            notes.append(f"best {clock(min(right))}, median {median}")
        if later:
            notes.append(f"due {later.due.astimezone(zone):%d %b}")
        rows.append(Row(cells, tuple(notes)))
    parts: list[RenderableType] = [Noted(rows)]
    wrong = {r.slug: r for r in results if r.grade == "again" and r.slug in lessons}
    for slug, result in wrong.items():
        parts.append(Padding(beside(lessons[slug], result.answer), (1, 0, 0, 0)))
    if any(result.grade for result in results):
        parts.append(Padding(_closing(results, before, streak), (1, 0, 0, 0)))
    parts.append(come_back(after, now, zone))
    return Group(*parts)


def earlier(
    results: Sequence[Result], before: Mapping[str, Known]
) -> list[tuple[float, ...]]:
    """Return, for each result, the seconds of the right answers before it."""
    right = {slug: known.right for slug, known in before.items()}
    found = []
    for result in results:
        found.append(right.get(result.slug, ()))
        if result.outcome == "right":
            right[result.slug] = (*found[-1], result.seconds)
    return found


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
    faster = 0
    slipped = set()
    for result, times in zip(results, earlier(results, before)):
        known = before.get(result.slug)
        if result.grade == "again" and (times or (known and known.passed)):
            slipped.add(result.slug)
        if result.outcome == "right" and times:
            faster += result.seconds < statistics.median(times)
    right = sum(result.outcome == "right" for result in results)
    graded = sum(result.grade is not None for result in results)
    return Text(
        f"{right} of {graded} right · {faster} faster than your median · "
        f"{len(slipped)} slipped · {count(streak, 'day')} in a row"
    )


def stats(
    found: Stats, titles: Mapping[str, str], zone: tzinfo | None = None
) -> RenderableType:
    """Return where a learner stands; titles: of the topics."""
    return Group(
        _topics(found, titles),
        Padding(_sessions(found, zone), (1, 0)),
        _forecast(found.forecast),
        Text(
            f"\n{count(found.streak, 'day')} in a row, "
            f"{count(len(found.practised), 'day')} in all."
        ),
    )


def _topics(found: Stats, titles: Mapping[str, str]) -> Table:
    shown = table("topic", "passed", "mastered", "due", "first", "median")
    begun = [row for row in found.topics if row.passed or _known(row)]
    for row in begun:
        shown.add_row(
            titles.get(row.topic, row.topic),
            f"{row.passed} of {row.koans}",
            str(row.mastered or ""),
            Text(str(row.due or ""), "yellow"),
            "" if row.first is None else clock(row.first),
            "" if row.now is None else clock(row.now),
        )
    waiting = len(found.topics) - len(begun)
    if waiting:
        shown.caption = (
            f"{count(waiting, 'more topic')}, with nothing passed or practised"
        )
        shown.caption_justify = "left"
    return shown


def _known(row: TopicRow) -> bool:
    return any(cell is not None for cell in row.mastery)


def _sessions(found: Stats, zone: tzinfo | None) -> RenderableType:
    if not found.sessions:
        return Text("No session yet.", "dim")
    shown = table("session", "minutes", "items", "easy", "good", "hard", "again")
    for row in found.sessions:
        grades = [str(row.grades[g] or "") for g in ("easy", "good", "hard", "again")]
        shown.add_row(
            f"{row.at.astimezone(zone):%a %d %b %H:%M}",
            f"{row.seconds / 60:.0f} of {row.minutes:g}",
            str(row.items),
            *grades,
        )
    return shown


def _forecast(days: Sequence[tuple[date, int]]) -> RenderableType:
    most = max((due for _, due in days), default=0)
    table = Table.grid(padding=(0, 1))
    for place, (day, due) in enumerate(days):
        name = "today" if place == 0 else f"{day:%a %d %b}"
        bar = Text("█" * round(30 * due / most) if most else "", "cyan")
        table.add_row(Text(name, "dim"), str(due or ""), bar)
    return Group(Text("Due in the next two weeks", "bold"), table)


def come_back(
    known: Mapping[str, Known], now: datetime, zone: tzinfo | None = None
) -> Text:
    """Return when to practise again, and how much there will be."""
    waiting = sum(entry.due <= now for entry in known.values())
    if waiting:
        return Text(f"Due now: {waiting} more. Come back today or tomorrow.")
    due = next_due(known, zone)
    if due is None:
        return Text()
    there = sum(k.due.astimezone(zone).date() == due.date() for k in known.values())
    return Text(f"Come back on {due:%a %d %b}: {there} will be due.")


def next_due(known: Mapping[str, Known], zone: tzinfo | None = None) -> datetime | None:
    """Return when the next koan falls due, in the learner's zone."""
    dues = [entry.due for entry in known.values()]
    return min(dues).astimezone(zone) if dues else None


def goes_on(cut: CutShort, zone: tzinfo | None = None) -> str:
    """Return that a session which was cut short goes on."""
    left = f"{count(round(cut.left / 60), 'minute')} left"
    if cut.left < 60:
        left = "less than a minute left"
    return f"You go on with the session of {_time(cut.began.at, zone)}: {left}."


def waits(cut: CutShort, words: str, zone: tzinfo | None = None) -> str:
    """Return that another session was cut short; words: what goes on with it."""
    until = _time(cut.until, zone)
    return (
        f"The session of {_time(cut.began.at, zone)} was cut short. Until {until} it "
        f"goes on with\n  {words}"
    )


def _time(at: datetime, zone: tzinfo | None) -> str:
    return f"{at.astimezone(zone):%H:%M}"
