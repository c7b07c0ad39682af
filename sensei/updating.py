"""The command `update`: brings in a new version of the path."""

from __future__ import annotations

import tempfile
from collections import Counter
from pathlib import Path
from typing import Annotated

import typer
from rich.console import Console

from sensei import finish, halfway, handover, stage, upstream
from sensei.cli import app, here, now
from sensei.halfway import Told
from sensei.lock import alone
from sensei.path import Home
from sensei.saying import console, error_console, say
from sensei.wording import command

LINES = {
    "reworded": "koans/{path} has a new text, and your answer: it is judged again.",
    "beside": (
        "koans/{path}: its blank asks for something else now. Your answer is kept as "
        "{kept}"
    ),
    "retired": "koans/{was} is retired. It is kept as {kept}",
    "meanwhile": "koans/{path} held something else. That is kept as {kept}",
}
COUNTED = {
    "same": "unchanged",
    "renumbered": "moved to another number",
    "reworded": "with your answer in a new text",
    "beside": "with your answer beside them",
    "renewed": "changed before you answered them",
    "new": "new",
    "retired": "retired",
}
EDITS = "koans/{path}: your edits outside the blank are not in the new file. They were:"


@app.command()
def update(
    source: Annotated[
        Path | None,
        typer.Option("--from", help="a folder with the new version; else git pull"),
    ] = None,
    dry_run: Annotated[
        bool, typer.Option("--dry-run", help="say what would happen, write nothing")
    ] = False,
) -> None:
    """Bring in a new version of the path; every answer of yours is kept."""
    out, home = console(), here.home
    if dry_run:
        _preview(out, home, source)
        return
    try:
        with alone(home.records / "update.lock", "An update"):
            _update(out, home, source)
    finally:
        if halfway.half_done(home):
            say(
                error_console(),
                "The update is half done, and nothing is lost. What finishes it: "
                f"{command('update')}",
            )


def _update(out: Console, home: Home, source: Path | None) -> None:
    if halfway.half_done(home):
        out.print("An update was stopped half-way. It is finished now.")
        _carry_out(out, home)
        if source is None:
            return
    if source is not None:
        handover.begin_from_folder(home, source, now())
    elif not handover.begin_from_upstream(home, now()):
        out.print("There is nothing new: you have the newest version.")
        return
    _carry_out(out, home)


def _preview(out: Console, home: Home, source: Path | None) -> None:
    if halfway.half_done(home):
        out.print("An update was stopped half-way; without --dry-run it is finished.")
        return
    with tempfile.TemporaryDirectory() as name:
        new = Path(name) / "new"
        if source is not None:
            new = stage.find(source, home)
        else:
            objects = Path(name) / "objects"
            objects.mkdir()
            ahead = upstream.look(home, objects)
            if ahead is None:
                out.print("There is nothing new: you have the newest version.")
                return
            upstream.export(home, ahead, new)
        told = handover.preview(home, new)
    out.print("This would happen; nothing is written:")
    show(out, told)


def _carry_out(out: Console, home: Home) -> None:
    folder = halfway.backup_of(home, halfway.read(home)).folder
    show(out, handover.carry_out(home, finish.elsewhere))
    if folder.exists():
        place = halfway.relative(home, folder)
        say(out, f"What was overwritten is kept in {place}/")


def show(out: Console, told: list[Told]) -> None:
    """Print what became of the koans: those to know of one by one, then numbers."""
    for line in told:
        if line.what in LINES and (line.had or line.what == "meanwhile"):
            said = LINES[line.what].format(path=line.path, was=line.was, kept=line.kept)
            say(out, said)
        if line.outside:
            say(out, EDITS.format(path=line.path))
            for edit in line.outside.splitlines():
                say(out, f"    {edit}")
    counts = Counter(line.what for line in told)
    numbers = [f"{counts[what]} {how}" for what, how in COUNTED.items() if counts[what]]
    say(out, f"Koans: {', '.join(numbers)}.")
