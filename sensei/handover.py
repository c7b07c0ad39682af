"""Carries out an update so that it may be killed at any point and called again.

All that is needed to finish is noted before anything of the checkout is changed, and
every step may be done twice.
"""

from __future__ import annotations

import json
import shutil
from collections.abc import Callable, Sequence
from dataclasses import asdict
from datetime import datetime
from pathlib import Path

from sensei import backup as backups
from sensei import forward, stage, update, upstream, workbook
from sensei.backup import Backup
from sensei.errors import SenseiError
from sensei.halfway import State, Told, backup_of, folder, pages, read, saved, told
from sensei.page import Page
from sensei.path import Home
from sensei.update import FOLDERS, Mine

Finish = Callable[[Home], list[Told]]


def learners(home: Home, before: Sequence[Page]) -> dict[str, Mine]:
    """Return the files of `koans/` that hold anything of the learner's, by slug."""
    files = {}
    for file in home.koans.rglob("test_*.py"):
        text = backups.content(file)
        if text is not None:
            files[file.relative_to(home.koans).as_posix()] = text
    known = {entry.slug: entry for entry in before}
    return {
        slug: mine
        for slug, mine in update.belonging(before, files).items()
        if update.touched(known[slug], mine.content)
    }


def preview(home: Home, new: Path) -> list[Told]:
    """Return what an update to the version in the folder `new` would do."""
    before = pages(home)
    mine = learners(home, before)
    steps = update.plan(before, mine, pages(Home(new)))
    return [
        told(
            step, f".sensei/{FOLDERS.get(step.what)}/{step.slug}.py", step.slug in mine
        )
        for step in steps
    ]


def begin_from_folder(home: Home, source: Path, now: datetime) -> None:
    """Begin an update to the version in a folder; see `begin`."""
    found = stage.find(source, home)
    begin(home, lambda new: stage.fetch(found, new), now)


def begin_from_upstream(home: Home, now: datetime) -> bool:
    """Begin an update to what git's upstream has, and return whether it has any."""
    ahead = upstream.look(home)
    if ahead is None:
        shutil.rmtree(folder(home), ignore_errors=True)  # of one killed at its end
        return False
    begin(
        home,
        lambda new: upstream.export(home, ahead, new),
        now,
        ahead.old,
        ahead.new,
    )
    return True


def begin(
    home: Home,
    fetch: Callable[[Path], None],
    now: datetime,
    old: str = "",
    new: str = "",
) -> None:
    """Note all that is needed to finish; nothing of the checkout is changed yet.

    fetch: writes the new version to the folder that it is given.
    """
    work = folder(home)
    shutil.rmtree(work, ignore_errors=True)
    try:
        work.mkdir(parents=True)
    except OSError as error:
        raise SenseiError(
            f"{work} cannot be made ({error.strerror}). Nothing was changed."
        ) from None
    fetch(work / "new")
    before = pages(home)
    stamp = next(
        name.name
        for name in backups.numbered(
            home.records / "backup" / f"update-{now:%Y%m%dT%H%M%S-%f}"
        )
        if not name.exists()
    )
    state = State(stamp, before, {}, old, new)
    backup = backup_of(home, state)
    mine = learners(home, before)
    for own in mine.values():
        backups.keep(backup.copy_of(home.koans / own.path), own.content)
    where = {slug: own.path for slug, own in mine.items()}
    facts = {**asdict(state), "mine": where}
    workbook.write(work / "state.json", json.dumps(facts))


def carry_out(home: Home, finish: Finish) -> list[Told]:
    """Do what `begin` noted, or what is left of it, and return what became of all.

    Raises SenseiError where it cannot go on. Where git would not go forward, the
    learner's files are as they were and the update is off; else it stays half done,
    and the next call goes on.
    """
    state = read(home)
    backup = backup_of(home, state)
    new = folder(home) / "new"
    if state.new:
        try:
            forward.forward(home, state.old, state.new, backup)
        except SenseiError as error:
            _put_back(home, state, backup)
            _end(home)
            raise SenseiError(f"{error}\nYour koans are as they were.") from None
    else:
        stage.lay_over(new, home, backup)
    lines = finish(home)
    if not state.new:
        stage.lay_over(new, home, backup, only="sensei")
    _end(home)
    backup.drop_needless()  # not before the end: what is half done is finished from it
    return lines


def _put_back(home: Home, state: State, backup: Backup) -> None:
    """Give the learner's files back after git did not go forward."""
    if state.old == forward.head(home):
        forward.undo(home, state.old, state.new, backup)
    for name in state.mine.values():
        backup.replace(home.koans / name, saved(backup, home, name))


def _end(home: Home) -> None:
    """The update is over: from here on nothing of it is needed."""
    (folder(home) / "state.json").unlink(missing_ok=True)
    shutil.rmtree(folder(home), ignore_errors=True)
