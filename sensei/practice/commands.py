"""The commands `practice` and `stats`."""

from __future__ import annotations

import json
import sys
from dataclasses import replace
from datetime import datetime
from pathlib import Path
from typing import Annotated

import typer
from rich.console import Console

from sensei import cli, guide, path, walk
from sensei.cli import app, here
from sensei.errors import SenseiError
from sensei.journal import Journal
from sensei.judge import Judge
from sensei.practice import asked as asking
from sensei.practice import empty, hall, record, shown
from sensei.practice import stats as standing
from sensei.practice.asked import Asked
from sensei.practice.cards import known
from sensei.practice.hall import Prepared
from sensei.practice.history import Began
from sensei.practice.record import CutShort
from sensei.practice.times import set_back
from sensei.saying import console, error_console, say
from sensei.wording import count

Minutes = Annotated[str, typer.Option(help="how long the session is")]
Topic = Annotated[str, typer.Option(help="one topic: its name, part of it, its number")]
Kata = Annotated[str, typer.Option(help="one koan, again and again")]
Repeat = Annotated[str, typer.Option(help=f"how often, with --kata [{asking.REPEAT}]")]
New = Annotated[str, typer.Option(help="how many koans not yet passed may come in")]
Seed = Annotated[str, typer.Option(help="decides between items that are equally due")]


@app.command()
def practice(
    minutes: Minutes = f"{asking.MINUTES:.0f}",
    topic: Topic = "",
    kata: Kata = "",
    repeat: Repeat = "",
    new: New = "0",
    device: cli.Device = "cpu",
    seed: Seed = "0",
    plan: Annotated[bool, typer.Option("--plan", help="show what would come")] = False,
    as_json: cli.Json = False,
) -> None:
    """Practise what you are about to forget, against the clock."""
    out = console()
    wanted = Asked(
        minutes=asking.minutes(minutes),
        topic=topic,
        kata=kata,
        repeat=asking.whole("REPEAT", repeat or str(asking.REPEAT), 1),
        new=asking.whole("NEW", new, 0),
        seed=asking.whole("SEED", seed, 0, 2**63 - 1),
        device=device,
    )
    asking.agree(repeat, kata, wanted.new)
    found = cli.lessons(out)
    with cli.records(out) as journal:
        journal.check_readable()
        now = cli.now()
        clock = _tell_of_the_clock(journal, now)
        if plan or as_json:
            prepared = hall.prepare(found, wanted, journal, now, resume=False)
            _show_plan(out, prepared, wanted, found, now, as_json)
            return
        from sensei.practice import start  # imports Textual, which takes its time

        journal.check_writable()
        with start.locked(here.home):
            record.take_up(journal, here.home.records)
            prepared = hall.prepare(found, wanted, journal, now, resume=True)
            if not prepared.picks and not prepared.cut:
                wanted, prepared = _nothing(out, prepared, wanted, found, journal, now)
            _begin(out, prepared, wanted, found, journal, clock)


def _tell_of_the_clock(journal: Journal, now: datetime) -> str:
    """Say so, and return it, where the clock stands before the newest record."""
    behind = set_back([result.at for result in record.read(journal).results], now)
    if behind is None:
        return ""
    said = (
        f"The clock of this computer ({now.astimezone():%d %b %H:%M}) stands "
        f"{behind.total_seconds() / 3600:.1f} hours before your newest record. If it "
        "was set back, set it right. Nothing is lost: what is due is counted from what "
        "most records agree on."
    )
    say(error_console(), said, "yellow")
    return said


def _show_plan(
    out: Console,
    prepared: Prepared,
    asked: Asked,
    found: path.Lessons,
    now: datetime,
    as_json: bool,
) -> None:
    lessons = {lesson.slug: lesson for lesson in found.lessons}
    picks = prepared.picks
    if not as_json:
        if picks:
            out.print(shown.plan(picks))
        else:
            why = empty.why(here.home, prepared, asked, found)
            say(out, why)
        return
    due = sum(k.due <= now for slug, k in prepared.known.items() if slug in lessons)
    print(
        json.dumps(
            {
                "minutes": asked.minutes,
                "seed": asked.seed,
                "at": now.isoformat(timespec="seconds"),
                "known": sum(slug in lessons for slug in prepared.known),
                "due": due,
                "seconds": round(sum(pick.expected for pick in picks), 1),
                "items": [
                    {
                        "slug": pick.koan.slug,
                        "topic": pick.koan.topic,
                        "path": f"{hall.FOLDER}/{lessons[pick.koan.slug].path}",
                        "kind": pick.koan.kind,
                        "why": pick.why,
                        "recall": pick.recall and round(pick.recall, 4),
                        "par": round(pick.par, 1),
                        "expected": round(pick.expected, 1),
                    }
                    for pick in picks
                ],
            }
        )
    )


def _nothing(
    out: Console,
    prepared: Prepared,
    asked: Asked,
    found: path.Lessons,
    journal: Journal,
    now: datetime,
) -> tuple[Asked, Prepared]:
    """Say why the plan is empty; offer a first session where nothing is passed."""
    at_terminal = sys.stdin.isatty() and out.is_terminal
    if prepared.known or not at_terminal:
        raise SenseiError(empty.why(here.home, prepared, asked, found))
    cli.tell(journal)
    say(out, empty.none_passed(here.home, asked, found))
    wanted = empty.first(asked, found)
    name = guide.title(here.home, wanted.topic)
    if not typer.confirm(f"Begin with a first session on {name}?", default=True):
        raise typer.Exit(0)
    return wanted, hall.prepare(found, wanted, journal, now, resume=True)


def _begin(
    out: Console,
    prepared: Prepared,
    asked: Asked,
    found: path.Lessons,
    journal: Journal,
    clock: str,
) -> None:
    """Run a session in the terminal, then say what came of it.

    clock: what is wrong with it.
    """
    if not (sys.stdin.isatty() and sys.stdout.isatty()):
        raise SenseiError(
            "A session needs a terminal. To see what would come: "
            "python -m sensei practice --plan"
        )
    notes = record.Record(journal)
    if prepared.cut is None:
        begin = prepared.begin
        notes.began(Began(begin.name, begin.pool.now, asked.minutes, asked.as_json()))
    from sensei.practice import start

    waiting = _waiting(prepared.waiting)
    goes_on = shown.goes_on(prepared.cut) if prepared.cut else ""
    said = "\n".join(filter(None, [journal.trouble, clock, goes_on, waiting]))
    with journal.hurried():
        try:
            session = start.run(here.home, found, prepared, notes, asked.device, said)
        finally:
            rest = notes.save_rest(here.home.records, cli.now())
    now = cli.now()
    results = (*prepared.past.results, *session.results)
    past = replace(prepared.past, results=results)
    lessons = {lesson.slug: lesson for lesson in found.lessons}
    streak = standing.streak_of(results, now)
    after = {slug: k for slug, k in known(past, now).items() if slug in lessons}
    out.print(
        shown.summary(session.results, lessons, prepared.known, after, streak, now)
    )
    if session.ran_out:
        say(out, empty.no_more(asked, prepared.begin.pool.koans, after, lessons))
    if session.left_early:
        what = f"To go on with this session:\n  {asked.command()}"
        say(out, what, "dim")
    if waiting:
        say(out, waiting, "dim")
    if rest is not None:
        raise SenseiError(
            f"{notes.trouble} What was not recorded is "
            f"kept in {rest}; from {here.home.records} it goes into the record with "
            "your next session."
        )


def _waiting(cut: CutShort | None) -> str:
    """Return that another session was cut short, and what goes on with it."""
    if cut is None:
        return ""
    return shown.waits(cut, Asked.read(cut.began.options).command())


@app.command()
def stats(
    as_json: cli.Json = False,
    device: cli.Device = "cpu",
    export: Annotated[str, typer.Option(help="write every item to a CSV file")] = "",
    picture: Annotated[str, typer.Option(help="where the picture goes")] = "",
) -> None:
    """Show where you stand: by topic, by session, and what will be due."""
    out = console()
    file = asking.picture(picture) if picture else here.home.records / "stats.png"
    found = cli.lessons(out)
    with cli.records(out) as journal:
        journal.check_readable()
        now = cli.now()
        _tell_of_the_clock(journal, now)
        past = record.read(journal)
        sessions = [began for began, _ in record.sessions(journal)]
        states = walk.states(found.lessons, Judge(here.home, device), journal)
    koans = tuple(hall.koan(lesson) for lesson in found.lessons)
    passed = {slug for slug, state in states.items() if state == "passed"}
    seen = standing.stats(koans, passed, known(past, now), past.results, sessions, now)
    if export:
        _write(Path(export), standing.as_csv(past.results))
    if as_json:
        print(json.dumps(seen.as_json(), default=str))
        return
    titles = {row.topic: guide.title(here.home, row.topic) for row in seen.topics}
    out.print(shown.stats(seen, titles))
    from sensei.practice import chart  # imports matplotlib, which takes its time

    for written in chart.draw(seen, titles, now.astimezone().date(), file):
        say(out, f"Picture: {written}")
    if export:
        say(out, f"{count(len(past.results), 'item')}: {export}")


def _write(file: Path, text: str) -> None:
    try:
        file.write_text(text, encoding="utf-8")
    except OSError as error:
        raise SenseiError(
            f"EXPORT={file} cannot be written: {error.strerror}. Nothing was changed."
        ) from None
