"""Makes room for a new lesson on the path and puts a skeleton there."""

from __future__ import annotations

import re
from pathlib import Path

from sensei import lesson as lessons
from sensei import path, workbook
from sensei.errors import SenseiError
from sensei.path import Home
from sensei.wording import meant, nearest

SKELETON = '''"""TODO: the idea, in one sentence that is worth remembering.

TODO: why it is so, in at most eight lines.

Hint: TODO: a nudge in the right direction.
Hint: TODO: nearly the code. Only this last one may hold the answer.
Wrong: TODO: why the first wrong answer is wrong, said to the one who wrote it.
    [3, 2]
Wrong: TODO: and the second.
    [4, 6]
See: torch.tensor
"""

import torch


def test_what_happens(device):
    # TODO: show it happening, and ask for exactly it
    numbers = torch.tensor([2, 3], device=device)
    assert numbers.tolist() == [2, 3]  # blank
'''


def new(home: Home, topic: str, slug: str, after: str) -> tuple[Path, list[str]]:
    """Put a skeleton behind the lesson `after` (or last) and renumber what follows.

    Returns the new file and what was renamed, `old -> new`. Raises SenseiError where
    the topic, the slug or `after` will not do; then nothing has been changed.
    """
    if not re.fullmatch(r"[a-z][a-z0-9_]{2,39}", slug):
        raise SenseiError(
            f"SLUG={slug!r}: 3 to 40 small letters, digits and _, a letter first."
        )
    found = path.read(home)
    if any(lesson.slug == slug for lesson in found.lessons):
        raise SenseiError(f"SLUG={slug}: there is such a lesson already.")
    folder = home.solutions / _topic(home, topic)
    files = sorted(folder.glob("test_*.py")) if folder.exists() else []
    place = len(files)
    if after:
        lesson = found.find(after)
        if lesson.topic != folder.name:
            raise SenseiError(f"AFTER={after} is in {lesson.topic}, not {folder.name}.")
        place = [file.name for file in files].index(Path(lesson.path).name) + 1
    number = _number(files[place - 1]) + 1 if place else 1
    renamed = []
    for later, file in enumerate(files[place:], number + 1):
        if _number(file) >= later:
            break  # a gap has taken it in
        name = f"test_{later:02}_{lessons.slug_of(file.name)}.py"
        renamed.append(f"{folder.name}/{file.name} -> {name}")
        _rename(home, f"{folder.name}/{file.name}", f"{folder.name}/{name}")
    target = folder / f"test_{number:02}_{slug}.py"
    workbook.write(target, SKELETON)
    lesson = path.read_file(home, target)
    workbook.write(home.koan(lesson), lesson.koan)
    return target, renamed


def _number(file: Path) -> int:
    return int(file.name.split("_")[1])


def _topic(home: Home, topic: str) -> str:
    """Return the folder of a topic: its name, its number, or a new `NN_name`."""
    folders = sorted(
        file.name for file in home.solutions.glob("[0-9]*") if file.is_dir()
    )
    for folder in folders:
        if topic in (folder, folder.partition("_")[0], folder.partition("_")[2]):
            return folder
    taken = next((folder for folder in folders if folder[:3] == topic[:3]), None)
    if re.fullmatch(r"\d\d_[a-z][a-z0-9_]*", topic):
        if taken is None:
            return topic
        raise SenseiError(f"TOPIC={topic!r}: its number is that of {taken}.")
    raise SenseiError(
        f"TOPIC={topic!r}: no such topic. {meant(nearest(topic, folders))} "
        "A new one is called NN_name."
    )


def _rename(home: Home, old: str, new: str) -> None:
    for tree in (home.solutions, home.koans):
        if (tree / old).exists():
            (tree / old).rename(tree / new)
