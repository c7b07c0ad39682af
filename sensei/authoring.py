"""The commands for those who write lessons: new, derive, check, topics, bench."""

from __future__ import annotations

import textwrap
from pathlib import Path
from typing import TYPE_CHECKING, Annotated

import typer
from rich.console import Console

from sensei import author, path, topics, workbook
from sensei.cli import Device, app, here, lessons, now
from sensei.errors import Fault, SenseiError
from sensei.lesson import Lesson, slug_in
from sensei.route import names_topic
from sensei.saying import console, error_console
from sensei.wording import count, meant, nearest

if TYPE_CHECKING:
    from sensei.gate import run as gate

# The gate imports pytest, which no learner should wait for: only where it is called.

Only = Annotated[str, typer.Option(help="one lesson or one topic")]


def chosen(found: path.Lessons, only: str) -> tuple[list[Lesson], list[Fault]]:
    """Return the lessons of a slug or topic, and the faults that belong to them.

    Raises SenseiError with the nearest names where there is neither.
    """
    if not only:
        return list(found.lessons), list(found.faults)
    slug = slug_in(only)
    paths = [x.path for x in found.lessons] + [x.path for x in found.faults]
    one = any(slug_in(name) == slug for name in paths)

    def asked_for(name: str) -> bool:
        folder = Path(name).parent.name
        return slug_in(name) == slug if one else names_topic(folder, only)

    if not any(map(asked_for, paths)):
        names = [x.slug for x in found.lessons] + list(found.topics())
        raise SenseiError(
            f"ONLY={only}: there is no such lesson, and no such topic. "
            f"{meant(nearest(slug, names))} A topic is named by its number, or by "
            "words of its name."
        )
    some = [lesson for lesson in found.lessons if asked_for(lesson.path)]
    return some, [fault for fault in found.faults if asked_for(fault.path)]


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
    seeds: Annotated[
        int, typer.Option(min=1, help="seeds for what must pass; 3 for wrong answers")
    ] = 3,
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
        f"{count(report.lessons, 'lesson')}, "
        f"{count(len(report.variants), 'variant')}, "
        f"{count(report.runs, 'run')} in {report.seconds:.1f} s ({rate:.0f} a second): "
        f"{count(len(report.faults), 'fault')}."
    )
    raise typer.Exit(1 if report.faults else 0)


def _plain(text: str) -> str:
    return text.replace("[", "\\[")


def _details(out: Console, report: gate.Report) -> None:
    """Show each wrong answer, its reason and how it failed; and edits that passed."""
    from sensei.gate import verdicts

    for variant in report.variants:
        results = report.results.get(variant.name, [])
        failed = next((r for r in results if r.outcome == "failed"), None)
        if variant.kind == "wrong":
            said = f"failed  {verdicts.how(failed)}" if failed else "passed"
            _detail(out, f"wrong   {variant.reason}", variant.answer, said)
        elif variant.kind == "edit" and failed is None and results:
            _detail(out, "passes  An edit to read.", variant.answer)


def _detail(out: Console, head: str, answer: str, *more: str) -> None:
    """Show an answer as it is written, under a line about it."""
    code = textwrap.indent(textwrap.dedent(answer), " " * 8)
    out.print(head, style="bold", markup=False)
    out.print(code, markup=False, soft_wrap=True)
    for line in more:
        out.print(line, style="dim", markup=False)
    out.print()


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
