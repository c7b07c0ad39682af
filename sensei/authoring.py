"""The commands for those who write lessons: new, derive, check, topics, bench."""

from __future__ import annotations

from pathlib import Path
from typing import TYPE_CHECKING, Annotated

import typer
from rich.console import Console
from rich.table import Table
from rich.text import Text

from sensei import author, path, topics, workbook
from sensei.cli import Device, app, here, lessons, now
from sensei.errors import Fault, SenseiError
from sensei.lesson import Lesson
from sensei.saying import console, error_console

if TYPE_CHECKING:
    from sensei.gate import run as gate

# The gate imports pytest, which no learner should wait for: only where it is called.

Only = Annotated[str, typer.Option(help="one lesson or one topic")]


def chosen(found: path.Lessons, only: str) -> tuple[list[Lesson], list[Fault]]:
    """Return the lessons of a slug or topic, and the faults that belong to them."""
    if not only:
        return list(found.lessons), list(found.faults)
    of_topic = [
        lesson
        for lesson in found.lessons
        if only in (lesson.topic, *lesson.topic.split("_", 1))
    ]
    unread = [fault for fault in found.faults if only in fault.path]
    if of_topic or unread:
        return of_topic, unread
    return [found.find(only)], []


@app.command()
def new(
    topic: Annotated[str, typer.Option(help="09_autograd_graph, or 09")],
    slug: Annotated[str, typer.Option(help="what it teaches, in_small_letters")],
    after: Annotated[str, typer.Option(help="the slug it follows; else last")] = "",
) -> None:
    """Put the skeleton of a lesson at its place and move the later ones up."""
    out = console()
    file, renamed = author.new(here.home, topic, slug, after)
    for line in renamed:
        out.print(line, style="dim")
    out.print(f"Write {file.relative_to(here.home.root)}, then `make derive` and ")
    out.print(f"`make check ONLY={slug}`.")


@app.command()
def derive(
    only: Only = "",
    force: Annotated[bool, typer.Option(help="over answers too; backed up")] = False,
) -> None:
    """Write koans/ from solutions/, never over an answer without --force."""
    out = console()
    some, unread = chosen(lessons(out), only)
    done = workbook.derive(here.home, some, force=force, now=now())
    for name in done.written:
        out.print(f"written  koans/{name}")
    for name in done.kept:
        out.print(f"kept     koans/{name}: it holds an answer (--force writes over it)")
    for name in done.orphans:
        out.print(f"orphan   koans/{name}: no lesson derives to it")
    out.print(f"{len(done.written)} written, {len(done.kept)} kept.")
    raise typer.Exit(1 if unread else 0)


@app.command()
def check(
    only: Only = "",
    seeds: Annotated[int, typer.Option(min=1, help="seeds for listed answers")] = 3,
    device: Device = "cpu",
) -> None:
    """Put the lessons through the gate: what is wrong, and how to mend it."""
    from sensei.gate import run as gate

    out = console()
    some, unread = chosen(path.read(here.home), only)
    try:
        report = gate.check(
            here.home,
            some,
            unread,
            device=device,
            seeds=seeds,
            edits=bool(only) and len(some) == 1,
            whole=not only,
        )
    except RuntimeError as error:
        raise SenseiError(f"The gate could not run: {error}") from None
    if len(some) == 1:
        _details(out, report)
    for fault in report.faults:
        out.print(f"[bold]{fault.path}:{fault.line}[/]: {_plain(fault.what)}.")
        out.print(f"    {_plain(fault.mend)}")
    for note in report.notes:
        out.print(note, style="yellow", markup=False)
    rate = report.runs / report.seconds if report.seconds else 0
    out.print(
        f"{report.lessons} lessons, {len(report.variants)} variants, "
        f"{report.runs} runs in {report.seconds:.1f} s ({rate:.0f} a second): "
        f"{len(report.faults)} faults."
    )
    raise typer.Exit(1 if report.faults else 0)


def _plain(text: str) -> str:
    return text.replace("[", "\\[")


def _details(out: Console, report: gate.Report) -> None:
    """Show how each wrong answer failed, and which small edits passed."""
    from sensei.gate import verdicts

    table = Table(box=None, padding=(0, 1), show_header=False)
    for variant in report.variants:
        results = report.results.get(variant.name, [])
        failed = next((r for r in results if r.outcome == "failed"), None)
        if variant.kind == "wrong":
            answer = " ".join(variant.answer.split())
            said = verdicts.how(failed) if failed else "accepted"
            table.add_row("wrong", Text(answer[:200]), Text(said, "dim"))
        elif variant.kind == "edit" and failed is None and results:
            table.add_row(
                "passes", Text(variant.answer), Text("an edit to read", "dim")
            )
    out.print(table)


@app.command(name="topics")
def topics_command() -> None:
    """Bring the table of topics in README.md up to date."""
    changed = topics.update(here.home, lessons(console()))
    console().print("README.md is written." if changed else "README.md is current.")


@app.command(name="bench")
def bench_command(
    write: Annotated[bool, typer.Option(help="into README.md as well")] = False,
) -> None:
    """Measure what people wait for, and print it as a table for the README."""
    from sensei import bench, readme

    errors = error_console()
    lines = bench.measure(here.home, lambda what: errors.print(what, style="dim"))
    rows = [f"| {line.what} | {line.figure} |" for line in lines]
    table = "\n".join([f"On {bench.machine()}:", "", *bench.HEAD, *rows])
    print(table)
    if write:
        readme.update(
            here.home, readme.with_part(here.home, bench.BEGIN, bench.END, table)
        )


@app.command()
def picture(file: Path) -> None:
    """Write a picture (SVG) of what a learner sees."""
    from sensei.picture import draw

    workbook.write(file, draw(here.home))
    console().print(f"{file} is written.")
