"""Overwrites and removes files of the checkout, never without a copy of what was there.

The copies lie in one folder that mirrors the checkout.
"""

from __future__ import annotations

import contextlib
import shutil
from collections.abc import Iterator
from dataclasses import dataclass
from pathlib import Path

from sensei import workbook
from sensei.errors import SenseiError


def content(file: Path) -> bytes | None:
    """Return what a file holds, None where there is none.

    Raises SenseiError where it cannot be read.
    """
    try:
        return file.read_bytes()
    except FileNotFoundError:
        return None
    except NotADirectoryError:
        return None
    except OSError as error:
        raise SenseiError(
            f"{file} cannot be read ({error.strerror}). Nothing was changed there: "
            "see what it is and who may read it."
        ) from None


@dataclass(frozen=True)
class Backup:
    """The copies of files below `root` go below `folder`."""

    root: Path
    folder: Path

    def secure(self, file: Path) -> Path | None:
        """Copy a file, unless this very content is here; return the copy if made."""
        held = content(file)
        if held is None:
            return None
        for copy in numbered(self.copy_of(file)):
            had = content(copy)
            if had == held:
                return None
            if had is None:
                workbook.write_bytes(copy, held)
                return copy
        raise AssertionError("numbers do not end")

    def copy_of(self, file: Path) -> Path:
        """Return where the first copy of a file is or would be."""
        return self.folder / file.relative_to(self.root)

    def replace(self, file: Path, new: bytes) -> Path | None:
        """Write a file unless it holds this; return a copy if one had to be made."""
        if content(file) == new:
            return None
        copy = self.secure(file)
        workbook.write_bytes(file, new)
        return copy

    def remove(self, file: Path) -> Path | None:
        """Remove a file, and folders that it leaves empty; return a copy if made."""
        copy = self.secure(file)
        try:
            file.unlink(missing_ok=True)
        except NotADirectoryError:
            return copy
        except OSError as error:
            raise SenseiError(
                f"{file} cannot be removed ({error.strerror}): see who may write there."
            ) from None
        folder = file.parent
        while folder != self.root and _only_caches(folder):
            with contextlib.suppress(OSError):
                shutil.rmtree(folder)
            folder = folder.parent
        return copy

    def drop_needless(self) -> None:
        """Remove the copies of what still stands in its place, and empty folders."""
        for copy in [file for file in self.folder.rglob("*") if file.is_file()]:
            if content(copy) == content(self.root / copy.relative_to(self.folder)):
                copy.unlink()
        for folder in sorted(self.folder.rglob("*"), reverse=True):
            with contextlib.suppress(OSError):
                folder.rmdir()
        with contextlib.suppress(OSError):
            self.folder.rmdir()


def keep(file: Path, text: bytes) -> Path:
    """Write text to a file, or beside it under a number where it holds another text."""
    for place in numbered(file):
        had = content(place)
        if had is None:
            workbook.write_bytes(place, text)
        if had in (None, text):
            return place
    raise AssertionError("numbers do not end")


def numbered(file: Path) -> Iterator[Path]:
    """Yield a file's path, then `name-2.py`, `name-3.py` and so on."""
    yield file
    number = 2
    while True:
        yield file.with_name(f"{file.stem}-{number}{file.suffix}")
        number += 1


def _only_caches(folder: Path) -> bool:
    return folder.is_dir() and all(
        entry.name == "__pycache__" for entry in folder.iterdir()
    )
