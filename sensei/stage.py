"""The new version of the path, as files: taken from a folder, laid over a checkout."""

from __future__ import annotations

import os
import shutil
from collections.abc import Iterator
from pathlib import Path

from sensei.backup import Backup, content
from sensei.errors import SenseiError
from sensei.path import Home

NOT_OURS = frozenset({".git", ".sensei", ".venv", "practice", "build", "dist"})
"""Never taken over, at the top of the folder."""
CACHES = frozenset(
    {"__pycache__", ".pytest_cache", ".ruff_cache", ".mypy_cache", ".ipynb_checkpoints"}
)
OURS = ("solutions", "tests", "sensei")
"""What the new version lacks in these folders is removed."""


def find(folder: Path, home: Home) -> Path:
    """Return the folder of the new version: this one, or the only one inside it.

    Raises SenseiError where it holds none, or is the checkout itself.
    """
    if not folder.is_dir():
        raise SenseiError(f"FROM={folder}: there is no such folder.")
    candidates = [folder.resolve(), *(f for f in sorted(folder.resolve().iterdir()))]
    fitting = [f for f in candidates if _is_version(f)]
    if not fitting or (fitting[0] != folder.resolve() and len(fitting) > 1):
        raise SenseiError(
            f"FROM={folder} holds no torch-koans: `solutions/` and `sensei/` are "
            "looked for. Name the folder that the archive was unpacked to."
        )
    found = fitting[0]
    if found == home.root or home.root in found.parents or found in home.root.parents:
        raise SenseiError(
            f"FROM={folder} is this checkout, or holds it, or lies in it. Unpack the "
            "new version to a folder beside it."
        )
    return found


def _is_version(folder: Path) -> bool:
    lessons = (folder / "solutions").glob("*/test_*.py")
    return next(lessons, None) is not None and (folder / "sensei").is_dir()


def fetch(source: Path, stage: Path) -> None:
    """Copy the files of a new version, and no one's records or environments.

    Raises SenseiError where they cannot be copied.
    """

    def leave_out(folder: str, names: list[str]) -> set[str]:
        here = Path(folder)
        out = {name for name in names if name in CACHES or name.endswith(".egg-info")}
        out |= {name for name in names if (here / name / "pyvenv.cfg").exists()}
        if here == source:
            out |= NOT_OURS & set(names)
        return out

    try:
        shutil.copytree(source, stage, ignore=leave_out)
    except (OSError, shutil.Error) as error:
        raise SenseiError(f"{source} cannot be copied to {stage}: {error}") from None


def lay_over(stage: Path, home: Home, backup: Backup, only: str = "") -> None:
    """Bring the checkout's files to those of the stage, but for the koans.

    With `only`, the files of this folder; without, all but those of `sensei/`, which
    is at work and comes last. Files that differ are backed up first.
    """
    for name in files(stage, only):
        source, target = stage / name, home.root / name
        text = content(source)
        assert text is not None
        backup.replace(target, text)
        if os.access(source, os.X_OK):
            target.chmod(target.stat().st_mode | 0o111)
    for file in _stale(stage, home, only):
        backup.remove(file)


def files(stage: Path, only: str = "") -> Iterator[str]:
    """Yield the files that `lay_over` brings, relative to the stage."""
    for file in sorted(stage.rglob("*")):
        name = file.relative_to(stage)
        if not file.is_file() or _is_koan(name) or CACHES & set(name.parts):
            continue
        if (name.parts[0] == "sensei") == (only == "sensei"):
            yield name.as_posix()


def _stale(stage: Path, home: Home, only: str) -> Iterator[Path]:
    """Yield the files of ours that the new version has no more."""
    folders = [name for name in OURS if (name == "sensei") == (only == "sensei")]
    ours = [f for name in folders for f in sorted((home.root / name).rglob("*.py"))]
    if not only:
        ours += sorted(home.koans.glob("*/README.md"))
    for file in ours:
        if not (stage / file.relative_to(home.root)).exists():
            yield file


def _is_koan(name: Path) -> bool:
    return (
        name.parts[0] == "koans"
        and name.name.startswith("test_")
        and name.suffix == ".py"
    )
