"""The second half of an update: the koans, with the learner's answers in them.

`python -m sensei.finish CHECKOUT` is started by the old version (`elsewhere`) from the
folder that holds the new one, and prints what became of each koan as JSON. Imports no
terminal library.
"""

from __future__ import annotations

import json
import subprocess
import sys
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
    as_they_came = {entry.koan.encode() for entry in (*state.before, *after)}
    lines = []
    for step in steps:
        kept = ""
        if step.keep is not None:
            place = home.records / FOLDERS[step.what] / f"{step.slug}.py"
            kept = relative(home, backups.keep(place, step.keep))
        had = step.slug in mine
        copy = _bring(home, backup, step, had)
        lines.append(told(step, kept, had))
        if copy is not None and backups.content(copy) not in as_they_came:
            lines.append(
                Told(step.slug, "meanwhile", step.path, "", relative(home, copy), "")
            )
    taken = {step.path for step in steps}
    for step in steps:
        if step.was and step.was not in taken:
            backup.remove(home.koans / step.was)
    return lines


def _bring(home: Home, backup: Backup, step: Step, had: bool) -> Path | None:
    """Write a koan's file; return a copy of what it held if that was not known."""
    file = home.koans / step.path
    if not step.path or step.content is None:
        return None
    if step.what == "same" and not had and file.exists():
        return None  # but for its line ends it is as it came
    return backup.replace(file, step.content)


def main() -> None:
    """Finish the update of the checkout that the command line names."""
    try:
        lines = here(Home(Path(sys.argv[1])))
    except SenseiError as error:
        sys.exit(str(error))
    print(json.dumps([asdict(line) for line in lines]))


if __name__ == "__main__":
    main()
