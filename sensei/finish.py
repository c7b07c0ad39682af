"""The second half of an update: the koans, with the learner's answers in them.

`python -m sensei.finish CHECKOUT` is started by the old version (`elsewhere`) from the
folder that holds the new one, and prints what became of each koan as JSON. Imports no
terminal library.
"""

from __future__ import annotations

import json
import re
import subprocess
import sys
from collections.abc import Iterator
from dataclasses import asdict
from pathlib import Path

from sensei import backup as backups
from sensei import update
from sensei.backup import Backup
from sensei.errors import SenseiError
from sensei.halfway import Told, backup_of, folder, pages, read, relative, saved, told
from sensei.path import Home
from sensei.update import FOLDERS, Mine, Step


def elsewhere(home: Home) -> list[Told]:
    """Bring the koans to the new version with the code of that version.

    It knows its own lessons best. Where it cannot run, this version does it.
    """
    command = [sys.executable, "-m", "sensei.finish", str(home.root)]
    new = folder(home) / "new"
    done = subprocess.run(
        command, cwd=new, stdin=subprocess.DEVNULL, capture_output=True, text=True
    )
    if done.returncode == 0:
        try:
            return [Told(**entry) for entry in json.loads(done.stdout)]
        except (ValueError, TypeError):
            pass  # it speaks another language; doing it again changes nothing
    return here(home)


def here(home: Home) -> list[Told]:
    """Bring the koans to the new version, the learner's answers in them."""
    state = read(home)
    backup = backup_of(home, state)
    mine = {
        slug: Mine(name, saved(backup, home, name)) for slug, name in state.mine.items()
    }
    after = pages(Home(folder(home) / "new"))
    steps = update.plan(state.before, mine, after)
    lines = []
    for step in steps:
        kept = ""
        if step.keep is not None:
            place = home.records / FOLDERS[step.what] / f"{step.slug}.py"
            kept = relative(home, backups.keep(place, step.keep))
        had = step.slug in mine
        _bring(home, backup, step, had)
        lines.append(told(step, kept, had))
    taken = {step.path for step in steps}
    for step in steps:
        if step.was and step.was not in taken:
            backup.remove(home.koans / step.was)
    known = {entry.koan.encode() for entry in (*state.before, *after)}
    known |= {own.content for own in mine.values()}
    return [*lines, *_strange(home, backup, known)]


def _bring(home: Home, backup: Backup, step: Step, had: bool) -> None:
    """Write a koan's file, with a copy of what it held."""
    file = home.koans / step.path
    if not step.path or step.content is None:
        return
    if step.what == "same" and not had and file.exists():
        return  # but for its line ends it is as it came
    backup.replace(file, step.content)


def _strange(home: Home, backup: Backup, known: set[bytes]) -> Iterator[Told]:
    """Tell of files that were in the way: the learner's own, or edited meanwhile."""
    folder = backup.folder / "koans"
    for copy in sorted(folder.rglob("test_*.py")):
        if backups.content(copy) not in known:
            name = re.sub(r"-\d+(?=\.py$)", "", copy.relative_to(folder).as_posix())
            yield Told("", "meanwhile", name, "", relative(home, copy), "")


def main() -> None:
    """Finish the update of the checkout that the command line names."""
    try:
        lines = here(Home(Path(sys.argv[1])))
    except SenseiError as error:
        sys.exit(str(error))
    print(json.dumps([asdict(line) for line in lines]))


if __name__ == "__main__":
    main()
