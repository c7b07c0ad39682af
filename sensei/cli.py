"""The command line: `python -m sensei ...`, which `make ...` calls."""

from __future__ import annotations

import contextlib
import json
from collections.abc import Iterator
from dataclasses import asdict, dataclass, field
from datetime import datetime, timezone
from pathlib import Path
from typing import Annotated

import typer
from rich.console import Console

from sensei import devices, guide, halfway, journal, path, quick, screen, walk, workbook
from sensei.errors import SenseiError
from sensei.journal import Journal
from sensei.judge import Judge
from sensei.lesson import Lesson
from sensei.path import Home
from sensei.route import Route
from sensei.saying import console, error_console, say
from sensei.wording import command

ROOT = Path(__file__).resolve().parents[1]

app = typer.Typer(
    add_completion=False,
    pretty_exceptions_enable=False,
    help="torch-koans: learn PyTorch by mending small failing tests.",
)

Slug = Annotated[str, typer.Argument(help="the koan: its slug, or its file")]
Seed = Annotated[int, typer.Option(help="what torch, NumPy and Python draw from")]
Timeout = Annotated[float, typer.Option(min=0.1, help="seconds that one test may take")]
Json = Annotated[bool, typer.Option("--json", help="print JSON, for programs")]


def _known_device(name: str) -> str:
    """Refuse a device that this machine lacks, before anything else is done."""
    devices.check(here.home.root, name)
    return name


Device = Annotated[
    str, typer.Option(help="cpu, cuda, cuda:1, mps", callback=_known_device)
]


@dataclass
class Context:
    """The checkout that the commands work on."""

    home: Home = field(
        default_factory=lambda: Home(Path(__file__).parents[1].resolve())
    )


here = Context()


@app.callback(invoke_without_command=True)
def main(
    context: typer.Context,
    root: Annotated[Path | None, typer.Option(hidden=True)] = None,
) -> None:
    """Without a command: show the next koan."""
    if root is not None:
        here.home = Home(root.resolve())
    if halfway.half_done(here.home) and context.invoked_subcommand != "update":
        raise SenseiError(
            "An update was stopped half-way; nothing is lost. Finish it first: "
            f"{command('update')}"
        )
    if context.invoked_subcommand is None:
        koans()


def now() -> datetime:
    return datetime.now(timezone.utc)


@contextlib.contextmanager
def records(out: Console) -> Iterator[Journal]:
    """Open the journal, and say at the end, also of an error, what is wrong with it."""
    with journal.opened(here.home.records / "journal.db", now()) as opened:
        try:
            yield opened
        except SenseiError as error:
            if opened.trouble in str(error):
                opened.trouble = ""
            raise
        finally:
            tell(opened)


def tell(record: Journal) -> None:
    """Say once what is wrong with the record."""
    if record.trouble:
        say(error_console(), record.trouble, "yellow")
        record.trouble = ""


def lessons(out: Console) -> path.Lessons:
    """Read the path; say which lessons could not be read, and go on with the others."""
    found = path.read(here.home)
    for fault in found.faults:
        say(error_console(), str(fault), "yellow")
    if not found.lessons:
        raise SenseiError(
            f"There are no koans here: {here.home.solutions} holds no lesson."
        )
    return found


def _open_koan(found: path.Lessons, judge: Judge, record: Journal) -> Lesson:
    """Return the first koan that is not passed, as far as is known without a run."""
    lesson = walk.first_open(found.lessons, judge, record)
    if lesson is None:
        raise SenseiError(f"All koans are passed. See `{command('list')}`.")
    return lesson


@app.command()
def koans(
    device: Device = "cpu",
    seed: Seed = 0,
    timeout: Timeout = 10.0,
    topic: Annotated[str, typer.Option(help="walk this topic only")] = "",
    track: Annotated[str, typer.Option(help="walk the short path: essential")] = "",
    start: Annotated[str, typer.Option("--from", help="begin at this koan")] = "",
) -> None:
    """Watch the koans and judge what is saved; not at a terminal, do it once.

    Once: judge what was edited and show the first koan that is not passed. Exits with
    0 when every koan that this machine can run is passed, else 1.
    """
    judge = Judge(here.home, device, seed, timeout)
    route = Route(topic, track, start)
    if quick.at_terminal():
        quick.session(judge, route)
    else:
        _once(judge, route)


def _once(judge: Judge, route: Route) -> None:
    """Judge what was edited, show the first koan that is not passed, and exit."""
    out = console()
    found = route.choose(here.home, lessons(out))
    with records(out) as record, _waiting(out):
        seen = walk.walk(found.lessons, judge, record, now())
    if seen.fresh:
        out.print(screen.fresh(out, seen.fresh))
        out.print()
    if seen.current is None:
        out.print(screen.finished(seen))
        raise typer.Exit(0)
    lesson, verdict = seen.current
    out.print(screen.where(out, seen, guide.title(here.home, lesson.topic)))
    out.print()
    out.print(screen.koan(out, lesson, verdict, _shown(lesson)))
    out.print()
    out.print(screen.next_steps())
    raise typer.Exit(1)


def _shown(lesson: Lesson) -> str:
    """Return the koan as it can be shown; "" where there is nothing to show."""
    try:
        return here.home.koan(lesson).read_text("utf-8-sig", errors="replace")
    except OSError:
        return ""


@contextlib.contextmanager
def _waiting(out: Console) -> Iterator[None]:
    """Say that the tests run, while they do: importing torch takes seconds."""
    if not out.is_terminal:
        yield
        return
    with out.status("looking at your koans"):
        yield


@app.command()
def run(
    slug: Annotated[str, typer.Argument(help="the koan; by default the next")] = "",
    as_json: Json = False,
    device: Device = "cpu",
    seed: Seed = 0,
    timeout: Timeout = 10.0,
) -> None:
    """Judge one koan. Exits with 0 when it is passed, else 1."""
    out = console()
    judge = Judge(here.home, device, seed, timeout)
    found = lessons(out)
    with records(out) as record:
        lesson = found.find(slug) if slug else _open_koan(found, judge, record)
        seen = judge.look(lesson)
        [verdict] = judge.judge([lesson], record.tried())
        made = walk.attempt(record, lesson, seen, verdict, record.last(), now())
        if made is not None:
            record.add(made)
    if as_json:
        wanted = ("slug", "path", "line", "verdict", "message", "detail", "seconds")
        print(json.dumps({key: asdict(verdict)[key] for key in wanted}))
    else:
        out.print(f"{verdict.path}:{verdict.line}", style="bold")
        out.print(screen.told(out, verdict))
    raise typer.Exit(0 if verdict.verdict == "passed" else 1)


@app.command(name="list")
def list_koans(as_json: Json = False, device: Device = "cpu") -> None:
    """List all koans and where you stand with each; nothing is run."""
    out = console()
    judge = Judge(here.home, device)
    found = lessons(out)
    with records(out) as record:
        states = walk.states(found.lessons, judge, record)
    if as_json:
        print(
            json.dumps(
                [
                    {
                        "slug": lesson.slug,
                        "topic": lesson.topic,
                        "path": f"koans/{lesson.path}",
                        "title": lesson.title.text,
                        "state": states[lesson.slug],
                    }
                    for lesson in found.lessons
                ]
            )
        )
        return
    topics = {
        guide.title(here.home, topic): [
            (lesson, states[lesson.slug]) for lesson in rows
        ]
        for topic, rows in found.topics().items()
    }
    out.print(screen.listing(out, topics))


@app.command()
def hint(
    slug: Annotated[str, typer.Argument(help="the koan; by default the next")] = "",
    device: Device = "cpu",
) -> None:
    """Show the next hint: one more each time."""
    out = console()
    found = lessons(out)
    with records(out) as record:
        judge = Judge(here.home, device)
        lesson = found.find(slug) if slug else _open_koan(found, judge, record)
        record.note(lesson.slug, "hint", now())
        seen = max(1, min(record.hints(lesson.slug), len(lesson.hints)))
    out.print(screen.hints(lesson, seen))


@app.command()
def solution(slug: Slug) -> None:
    """Show how the lesson itself fills the blank; the record remembers it."""
    out = console()
    lesson = lessons(out).find(slug)
    with records(out) as record:
        record.note(lesson.slug, "solution", now())
    out.print(screen.solution(lesson))


@app.command()
def reset(slug: Slug) -> None:
    """Put a koan back as it came. Your file is kept under .sensei/backup/."""
    out = console()
    lesson = lessons(out).find(slug)
    kept = workbook.reset(here.home, lesson, now())
    with records(out) as record:
        record.note(lesson.slug, "reset", now())
    say(out, f"koans/{lesson.path} is as it came.")
    if kept is not None:
        where = kept.relative_to(here.home.root)
        say(out, f"Your file is kept as {where}")
