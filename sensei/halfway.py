"""What a half-done update knows: the notes that it can be finished from.

They are in `.sensei/update/`: the new version (`new/`) and `state.json`, written
last and at once. The update is half done until that file is gone.
"""

from __future__ import annotations

import json
from collections.abc import Mapping
from dataclasses import dataclass
from pathlib import Path

from sensei import backup as backups
from sensei import path
from sensei.backup import Backup
from sensei.errors import SenseiError
from sensei.lesson import slug_of
from sensei.page import Page, page
from sensei.path import Home
from sensei.update import Step


@dataclass(frozen=True)
class State:
    """What was so before the update began.

    stamp: names the folder of its backups; before: the old lessons; mine: where the
    files are that the learner touched, by slug; old, new: commits, "" without git.
    """

    stamp: str
    before: tuple[Page, ...]
    mine: Mapping[str, str]
    old: str = ""
    new: str = ""


@dataclass(frozen=True)
class Told:
    """What became of one koan: a Step without contents.

    kept: where something of it is kept, relative to the checkout, or "".
    """

    slug: str
    what: str
    path: str
    was: str
    kept: str
    outside: str
    had: bool = False


def folder(home: Home) -> Path:
    """Return where an update keeps what it needs."""
    return home.records / "update"


def half_done(home: Home) -> bool:
    """Say whether an update has begun here and was not finished."""
    return (folder(home) / "state.json").exists()


def read(home: Home) -> State:
    """Read the state of a half-done update; raises SenseiError where that fails."""
    file = folder(home) / "state.json"
    try:
        facts = json.loads(file.read_text(encoding="utf-8"))
        facts["before"] = tuple(Page(**entry) for entry in facts["before"])
        return State(**facts)
    except (OSError, ValueError, KeyError, TypeError) as error:
        raise SenseiError(
            f"{file} cannot be read ({error}). Your files are in "
            f"{home.records / 'backup'}. Move {file.parent} away and call again."
        ) from None


def pages(home: Home) -> tuple[Page, ...]:
    """Return the lessons of a version as plain values.

    Of one that cannot be read only its koan is known.
    """
    found = path.read(home)
    known = {lesson.path: page(lesson) for lesson in found.lessons}
    slugs = {lesson.slug for lesson in found.lessons}
    for fault in found.faults:
        name = fault.path.removeprefix("solutions/")
        slug = slug_of(name.rpartition("/")[2])
        text = backups.content(home.koans / name)
        if slug and slug not in slugs and text is not None:
            head = text.decode("utf-8", errors="replace")
            known[name] = Page(slug, name, "", head)
    return tuple(known[name] for name in sorted(known))


def told(step: Step, kept: str, had: bool) -> Told:
    """Return what a person is told of a step."""
    return Told(
        step.slug,
        step.what,
        step.path,
        step.was,
        kept if step.keep is not None else "",
        step.outside,
        had,
    )


def saved(backup: Backup, home: Home, name: str) -> bytes:
    """Return what the learner's file koans/NAME held; raises SenseiError if lost."""
    copy = backup.copy_of(home.koans / name)
    text = backups.content(copy)
    if text is None:
        raise SenseiError(f"{copy} is gone: it held your answer before the update.")
    return text


def backup_of(home: Home, state: State) -> Backup:
    """Return where this update keeps copies of what it overwrites."""
    return Backup(home.root, home.records / "backup" / state.stamp)


def relative(home: Home, file: Path) -> str:
    """Return where a file is in the checkout."""
    return file.relative_to(home.root).as_posix()
