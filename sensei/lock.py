"""One at a time: a lock that the system takes back when its holder dies."""

from __future__ import annotations

import contextlib
import os
import sys
from collections.abc import Iterator
from pathlib import Path

from sensei.errors import SenseiError


@contextlib.contextmanager
def alone(file: Path, what: str) -> Iterator[None]:
    """Hold the lock `file` for the time of a block.

    Raises SenseiError where another process holds it, or it cannot be written.
    """
    try:
        file.parent.mkdir(parents=True, exist_ok=True)
        handle = os.open(file, os.O_RDWR | os.O_CREAT, 0o644)
    except OSError as error:
        raise SenseiError(f"{file} cannot be written ({error.strerror}).") from None
    try:
        if not taken(handle):
            raise SenseiError(f"{what} is at work here already. Wait for its end.")
        yield
    finally:
        os.close(handle)


def taken(handle: int) -> bool:
    """Try to lock an open file from where it stands, without waiting."""
    try:
        if sys.platform == "win32":
            import msvcrt

            msvcrt.locking(handle, msvcrt.LK_NBLCK, 1)
        else:
            import fcntl

            fcntl.flock(handle, fcntl.LOCK_EX | fcntl.LOCK_NB)
    except OSError:
        return False
    return True
