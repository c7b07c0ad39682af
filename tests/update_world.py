"""Small paths of lessons, their next versions, and learners who edit at random."""

from __future__ import annotations

import functools
import random
import shutil
import subprocess
from collections.abc import Callable
from datetime import datetime, timezone
from pathlib import Path

import pytest

from sensei import finish, halfway, handover
from sensei import lesson as lessons
from sensei.lesson import Lesson
from sensei.path import Home

NOW = datetime(2026, 1, 2, tzinfo=timezone.utc)

PREDICTION = '''"""{title}

Why {slug} is so.

Hint: Think of {slug}.
Wrong: That is one less.
    {wrong}
Wrong: That is one more.
    {more}
See: math.floor
"""

import math


def test_{slug}():
    first = {number} + 0.5
    second = math.floor(first)
    assert second == {number}{mark}
    assert math.ceil(first) == {number} + 1{other}
'''

BLOCK = '''"""{title}

Why {slug} is so.

Hint: Think of {slug}.
Wrong: That is one less.
    total = a - b
Wrong: That is one more.
    total = a + b + 1
See: math.floor
"""

import math


def add_{slug}(a, b):
    assert math.isfinite(a)
    # blank: total = the sum of both
    total = a + b
    # end
    return total


def test_{slug}():
    assert add_{slug}({number}, 2) == {number} + 2
'''

REPAIR = BLOCK.replace(
    "    # blank: total = the sum of both\n",
    "    # broken: it adds\n    # total = a * b\n    # total = -total\n",
)


def text(kind: str, slug: str, number: int, *, title: str = "", moved: bool = False):
    """Return the text of a lesson."""
    source = {"prediction": PREDICTION, "block": BLOCK, "repair": REPAIR}[kind]
    here, there = ("", "  # blank") if moved else ("  # blank", "")
    return source.format(
        title=title or f"The idea of {slug}.",
        slug=slug,
        number=number,
        wrong=number - 1,
        more=number + 1,
        mark=here,
        other=there,
    )


OLD = {
    "01_first/test_01_kept_as_it_is.py": text("prediction", "kept_as_it_is", 11),
    "01_first/test_02_gets_a_new_number.py": text("block", "gets_a_new_number", 12),
    "01_first/test_03_reworded_value.py": text("prediction", "reworded_value", 13),
    "01_first/test_04_reworded_lines.py": text("block", "reworded_lines", 14),
    "01_first/test_05_reworded_repair.py": text("repair", "reworded_repair", 15),
    "02_second/test_01_blank_elsewhere.py": text("prediction", "blank_elsewhere", 16),
    "02_second/test_02_becomes_a_repair.py": text("prediction", "becomes_a_repair", 17),
    "02_second/test_03_changes_its_topic.py": text("repair", "changes_its_topic", 18),
    "03_third/test_01_is_retired.py": text("block", "is_retired", 19),
}
NEW = {
    "01_first/test_01_kept_as_it_is.py": OLD["01_first/test_01_kept_as_it_is.py"],
    "01_first/test_02_is_added.py": text("prediction", "is_added", 20),
    "01_first/test_03_gets_a_new_number.py": OLD[
        "01_first/test_02_gets_a_new_number.py"
    ],
    "01_first/test_04_reworded_value.py": text(
        "prediction", "reworded_value", 13, title="Said in other words."
    ),
    "01_first/test_05_reworded_lines.py": text(
        "block", "reworded_lines", 14, title="Said in other words."
    ),
    "01_first/test_06_reworded_repair.py": text(
        "repair", "reworded_repair", 15, title="Said in other words."
    ),
    "02_second/test_01_blank_elsewhere.py": text(
        "prediction", "blank_elsewhere", 16, moved=True
    ),
    "02_second/test_02_becomes_a_repair.py": text("repair", "becomes_a_repair", 17),
    "04_fourth/test_01_changes_its_topic.py": OLD[
        "02_second/test_03_changes_its_topic.py"
    ],
}
CHANGES = {
    "kept_as_it_is": "same",
    "gets_a_new_number": "renumbered",
    "reworded_value": "reworded",
    "reworded_lines": "reworded",
    "reworded_repair": "reworded",
    "blank_elsewhere": "beside",
    "becomes_a_repair": "beside",
    "changes_its_topic": "renumbered",
    "is_retired": "retired",
    "is_added": "new",
}


def read(version: dict[str, str]) -> dict[str, Lesson]:
    """Return the lessons of a version by slug."""
    found = (_read(source, path) for path, source in version.items())
    return {lesson.slug: lesson for lesson in found}


@functools.cache
def _read(source: str, path: str) -> Lesson:
    return lessons.read(source, path)


def lay_out(root: Path, version: dict[str, str], name: str) -> None:
    """Write a version to a folder, in place of the one that is there."""
    for tree in ("solutions", "koans"):
        for file in (root / tree).rglob("*.py"):
            file.unlink()
    others = {
        "koans/__init__.py": '"""The blank."""\n\n__ = None\n',
        "koans/01_first/README.md": f"# First, of {name}\n",
        "sensei/__init__.py": f'"""The guide of {name}."""\n',
        f"sensei/only_{name}.py": f'"""Only of {name}."""\n',
        "data/numbers.txt": f"{name}\n",
        ".gitignore": ".sensei/\n__pycache__/\n",
        ".gitattributes": "* text=auto eol=lf\n",
    }
    for path, source in version.items():
        others[f"solutions/{path}"] = source
        others[f"koans/{path}"] = _read(source, path).koan
    for path, content in others.items():
        file = root / path
        file.parent.mkdir(parents=True, exist_ok=True)
        file.write_text(content, encoding="utf-8", newline="\n")


def git(root: Path, *words: str) -> str:
    """Call git as somebody."""
    who = ["-c", "user.name=a", "-c", "user.email=a@example.org"]
    done = subprocess.run(
        ["git", *who, *words], cwd=root, check=True, capture_output=True, text=True
    )
    return done.stdout.strip()


def make_git(folder: Path) -> Path:
    """Make `origin.git` with both versions and a clone at the old one; return it."""
    author, learner = folder / "author", folder / "learner"
    author.mkdir(parents=True)
    git(author, "init", "-q", "--template=", "-b", "main")
    lay_out(author, OLD, "old")
    git(author, "add", "-A")
    git(author, "commit", "-q", "-m", "old")
    git(folder, "clone", "-q", "--template=", "--bare", "author", "origin.git")
    git(folder, "clone", "-q", "--template=", "origin.git", "learner")
    (author / "sensei" / "only_old.py").unlink()
    lay_out(author, NEW, "new")
    git(author, "add", "-A")
    git(author, "commit", "-q", "-m", "new")
    git(author, "push", "-q", "../origin.git", "main")
    git(learner, "remote", "set-url", "origin", "../origin.git")
    return learner


def make_archive(folder: Path) -> Path:
    """Make `learner` at the old version and `new` with the next; return the first."""
    lay_out(folder / "learner", OLD, "old")
    lay_out(folder / "new", NEW, "new")
    return folder / "learner"


Edit = Callable[[Lesson, random.Random], bytes]


def right(lesson: Lesson, rng: random.Random) -> bytes:
    return lesson.fill_koan(lesson.answer).encode()


def wrong(lesson: Lesson, rng: random.Random) -> bytes:
    return lesson.fill_koan(rng.choice(lesson.wrongs).code).encode()


def half_written(lesson: Lesson, rng: random.Random) -> bytes:
    return lesson.fill_koan(f"total = ({rng.randrange(10**6)} +").encode()


def edited_outside(lesson: Lesson, rng: random.Random) -> bytes:
    lines = right(lesson, rng).decode().splitlines()
    place = rng.randrange(len(lines))
    lines.insert(place, f"# a note {rng.randrange(10**6)}")
    return "\n".join(lines).encode()


def with_an_import(lesson: Lesson, rng: random.Random) -> bytes:
    koan = right(lesson, rng).decode()
    return koan.replace("import math\n", "import cmath\nimport math\n").encode()


def lines_lost(lesson: Lesson, rng: random.Random) -> bytes:
    lines = right(lesson, rng).decode().splitlines(keepends=True)
    del lines[rng.randrange(len(lines)) :]
    return "".join(lines).encode()


def not_utf8(lesson: Lesson, rng: random.Random) -> bytes:
    return right(lesson, rng) + b"# caf\xe9 %d\n" % rng.randrange(10**6)


def windows(lesson: Lesson, rng: random.Random) -> bytes:
    return right(lesson, rng).replace(b"\n", b"\r\n")


def something_else(lesson: Lesson, rng: random.Random) -> bytes:
    return b"notes %d\x00\n" % rng.randrange(10**6)


EDITS: tuple[Edit, ...] = (
    right,
    wrong,
    half_written,
    edited_outside,
    with_an_import,
    lines_lost,
    not_utf8,
    windows,
    something_else,
)


def learn(root: Path, rng: random.Random) -> dict[str, bytes]:
    """Edit, delete and rename koans; return all that the learner wrote, by name."""
    wrote = {}
    for slug, lesson in read(OLD).items():
        file = root / "koans" / lesson.path
        what = rng.random()
        if what < 0.1:
            continue
        if what < 0.2:
            file.unlink()
            continue
        content = rng.choice(EDITS)(lesson, rng)
        file.write_bytes(content)
        wrote[slug] = content
        if what < 0.3:
            file.rename(file.with_name(f"test_7{rng.randrange(10)}_{slug}.py"))
        elif what < 0.4:
            copy = file.with_name(f"{rng.choice(['my', 'test_88'])}_{slug}_mine.py")
            copy.write_bytes(content + b"# a copy\n")
            wrote[f"{slug} copy"] = content + b"# a copy\n"
    return wrote


def everything(root: Path) -> set[bytes]:
    """Return what all files hold that a learner may look into."""
    folders = [root / "koans", root / ".sensei"]
    return {
        file.read_bytes()
        for folder in folders
        for file in folder.rglob("*")
        if file.is_file() and "new" not in file.relative_to(root).parts[2:3]
    }


def clone(original: Path, folder: Path) -> Path:
    """Copy a learner's checkout; where the new version comes from is shared."""
    for name in ("origin.git", "new"):
        if (original / name).exists():
            (folder / name).symlink_to(original / name)
    return shutil.copytree(original / "learner", folder / "learner")


@pytest.fixture(scope="session")
def originals(tmp_path_factory: pytest.TempPathFactory) -> dict[bool, Path]:
    """Where a learner's checkout is made, with git and without: copied by tests."""
    folders = {form: tmp_path_factory.mktemp("world") for form in (True, False)}
    make_git(folders[True])
    make_archive(folders[False])
    return folders


@pytest.fixture(params=[True, False], ids=["git", "archive"])
def form(request: pytest.FixtureRequest) -> bool:
    """The form of an update: whether git brings it."""
    return bool(request.param)


@pytest.fixture
def root(git: bool, tmp_path: Path, originals: dict[bool, Path]) -> Path:
    """A learner's checkout at the old version, where the new one can be had."""
    return clone(originals[git], tmp_path)


def update(root: Path, *, git: bool) -> list[halfway.Told]:
    """Update as the command does."""
    home = Home(root)
    told: list[halfway.Told] = []
    if halfway.half_done(home):
        told = handover.carry_out(home, finish.here)
    if not git:
        handover.begin_from_folder(home, root.parent / "new", NOW)
    elif not handover.begin_from_upstream(home, NOW):
        return told
    return handover.carry_out(home, finish.here)


def as_the_new_version(root: Path) -> None:
    """Assert that all but the koans is as the new version has it."""
    solutions = {
        f.relative_to(root / "solutions").as_posix(): f.read_text(encoding="utf-8")
        for f in (root / "solutions").rglob("*.py")
    }
    assert solutions == NEW
    assert (root / "data/numbers.txt").read_text() == "new\n"
    assert (root / "koans/01_first/README.md").read_text() == "# First, of new\n"
    sensei = sorted(f.name for f in (root / "sensei").glob("*.py"))
    assert sensei == ["__init__.py", "only_new.py"]
    assert not (root / ".sensei/update").exists()
    for lesson in read(NEW).values():
        assert (root / "koans" / lesson.path).exists()


def _other(path: str, source: str) -> str:
    return source.replace("The idea of", "What to know of")


NEW_TEXTS = {path: _other(path, source) for path, source in OLD.items()}
"""The old lessons in other words, at the same places."""
