"""The commands `practice` and `stats`."""

from __future__ import annotations

import json
import os
import sys
from datetime import datetime
from pathlib import Path
from typing import Annotated

import typer
from rich.console import Console

from sensei import cli, guide, path
from sensei.cli import app, here
from sensei.errors import SenseiError
from sensei.journal import Journal
from sensei.practice import asked as asking
from sensei.practice import hall, record, shown
from sensei.practice import stats as standing
from sensei.practice.asked import Asked
from sensei.practice.cards import known
from sensei.practice.hall import Prepared
from sensei.practice.history import Began
from sensei.practice.times import set_back
from sensei.saying import console
from sensei.wording import command

Minutes = Annotated[str, typer.Option(help="how long the session is")]
Topic = Annotated[str, typer.Option(help="one topic: its name, part of it, its number")]
Kata = Annotated[str, typer.Option(help="one koan, again and again")]
Repeat = Annotated[str, typer.Option(help="how often, with --kata")]
New = Annotated[str, typer.Option(help="how many koans not yet passed may come in")]
Seed = Annotated[str, typer.Option(help="decides between items that are equally due")]


@app.command()
def practice(
    minutes: Minutes = f"{asking.MINUTES:.0f}",
    topic: Topic = "",
    kata: Kata = "",
    repeat: Repeat = "5",
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
        repeat=asking.whole("REPEAT", repeat, 1),
        new=asking.whole("NEW", new, 0),
        seed=asking.whole("SEED", seed, 0, 2**63 - 1),
        device=device,
    )
    found = cli.lessons(out)
    with cli.records(out) as journal:
        journal.check_readable()
        now = cli.now()
        _tell_of_the_clock(journal, now)
        if plan or as_json:
            prepared = hall.prepare(found, wanted, journal, now, resume=False)
            _show_plan(out, prepared, wanted, found, now, as_json)
            return
        from sensei.practice import start  # imports Textual, which takes its time

        journal.check_writable()
        with start.locked(here.home):
            prepared = hall.prepare(found, wanted, journal, now, resume=True)
            if not prepared.picks and not prepared.goes_on:
                wanted, prepared = _nothing(out, prepared, wanted, found, journal, now)
            _begin(out, prepared, wanted, found, journal)


def _tell_of_the_clock(journal: Journal, now: datetime) -> None:
    """Say so where the system's clock stands before the newest record."""
    behind = set_back([result.at for result in record.read(journal).results], now)
    if behind is not None:
        hours = behind.total_seconds() / 3600
        Console(stderr=True, highlight=False).print(
            f"The clock of this computer ({now.astimezone():%d %b %H:%M}) stands "
            f"{hours:.1f} hours before your newest record. If it was set back, set it "
            "right. Nothing is lost: what is due is counted from what most records "
            "agree on.",
            style="yellow",
        )


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
        out.print(shown.plan(picks))
        return
    due = sum(k.due <= now for slug, k in prepared.known.items() if slug in lessons)
    print(
        json.dumps(
            {
                "minutes": asked.minutes,
                "seed": asked.seed,
                "at": now.isoformat(timespec="seconds"),
                "passed": sum(slug in lessons for slug in prepared.known),
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
    if prepared.known:
        due = shown.next_due(prepared.known)
        raise SenseiError(
            "There is nothing to practise now"
            + (f": the next koan is due on {due:%a %d %b}." if due else ".")
            + f" New ones come in with {_say('NEW=3')}."
        )
    if not found.lessons:
        raise SenseiError("There are no koans here: `solutions/` holds no lesson.")
    first = found.lessons[0].topic
    name = guide.title(here.home, first)
    wanted = Asked(minutes=asked.minutes, topic=first, new=asking.MOST, seed=asked.seed)
    if not (sys.stdin.isatty() and out.is_terminal):
        raise SenseiError(
            "No koan is passed yet, so there is nothing to keep fresh. Walk the path "
            f"with `{command('koans')}`, or practise {name} as it is new to you: "
            + _say(f"TOPIC={first} NEW={asking.MOST}")
        )
    out.print("No koan is passed yet, so there is nothing to keep fresh.")
    if not typer.confirm(f"Begin with a first session on {name}?", default=True):
        raise typer.Exit(0)
    return wanted, hall.prepare(found, wanted, journal, now, resume=True)


def _say(words: str) -> str:
    """Return what to type; Python's own command line takes the same words in small."""
    if "MAKELEVEL" in os.environ:
        return f"make practice {words}".rstrip()
    options = [word.partition("=") for word in words.split()]
    given = " ".join(f"--{name.lower()} {value}" for name, _, value in options)
    return f"python -m sensei practice {given}".rstrip()


def _begin(
    out: Console,
    prepared: Prepared,
    asked: Asked,
    found: path.Lessons,
    journal: Journal,
) -> None:
    """Run a session in the terminal, then say what came of it."""
    if not (sys.stdin.isatty() and sys.stdout.isatty()):
        raise SenseiError(
            "A session needs a terminal. To see what would come: "
            "python -m sensei practice --plan"
        )
    record.take_up(journal, here.home.records)
    notes = record.Record(journal)
    if not prepared.goes_on:
        begin = prepared.begin
        notes.began(Began(begin.name, begin.pool.now, asked.minutes, asked.as_json()))
    from sensei.practice import start

    try:
        session = start.run(here.home, found, prepared, notes, asked.device)
    finally:
        rest = notes.save_rest(here.home.records, cli.now())
    now = cli.now()
    past = record.read(journal)
    lessons = {lesson.slug: lesson for lesson in found.lessons}
    streak = standing.streak_of(past.results, now)
    after = {slug: k for slug, k in known(past, now).items() if slug in lessons}
    out.print(
        shown.summary(session.results, lessons, prepared.known, after, streak, now)
    )
    if session.left_early:
        out.print(f"To go on with this session: {_say(asked.as_words())}", style="dim")
    if rest is not None:
        raise SenseiError(
            f"{journal.trouble} What was not recorded is "
            f"kept in {rest}; from {here.home.records} it goes into the record with "
            "your next session."
        )


@app.command()
def stats(
    as_json: cli.Json = False,
    export: Annotated[str, typer.Option(help="write every item to a CSV file")] = "",
    picture: Annotated[str, typer.Option(help="where the picture goes")] = "",
) -> None:
    """Show where you stand: by topic, by session, and what will be due."""
    out = console()
    found = cli.lessons(out)
    with cli.records(out) as journal:
        journal.check_readable()
        now = cli.now()
        _tell_of_the_clock(journal, now)
        past = record.read(journal)
        sessions = [began for began, _ in record.sessions(journal)]
    koans = tuple(hall.koan(lesson) for lesson in found.lessons)
    seen = standing.stats(koans, known(past, now), past.results, sessions, now)
    if export:
        _write(Path(export), standing.as_csv(past.results))
    if as_json:
        print(json.dumps(seen.as_json(), default=str))
        return
    titles = {row.topic: guide.title(here.home, row.topic) for row in seen.topics}
    out.print(shown.stats(seen, titles))
    from sensei.practice import chart  # imports matplotlib, which takes its time

    file = Path(picture) if picture else here.home.records / "stats.png"
    for written in chart.draw(seen, titles, now.astimezone().date(), file):
        out.print(f"Picture: {written}", soft_wrap=True)
    if export:
        out.print(f"{len(past.results)} items: {export}", soft_wrap=True)


def _write(file: Path, text: str) -> None:
    try:
        file.write_text(text, encoding="utf-8")
    except OSError as error:
        raise SenseiError(
            f"EXPORT={file} cannot be written: {error.strerror}. Nothing was changed."
        ) from None
