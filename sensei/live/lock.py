"""Notices a second session on the same checkout; the system frees a dead one's lock."""

from __future__ import annotations

import os
from pathlib import Path
from typing import IO

from sensei.lock import taken


class Lock:
    """Held while a session lives, also past `kill -9` of it: then it is free."""

    def __init__(self, file: Path) -> None:
        self.file = file
        self.stream: IO[bytes] | None = None

    def take(self) -> int | None:
        """Take the lock; return None, or the process of the session that has it.

        0 stands for a session whose process is not known.
        """
        if self.stream is not None:
            return None
        try:
            self.file.parent.mkdir(parents=True, exist_ok=True)
            stream = self.file.open("a+b")
        except OSError:
            return None  # a read-only checkout: nothing is recorded there either
        stream.seek(0)
        if not taken(stream.fileno()):
            stream.seek(1)
            text = stream.read(20).decode("ascii", "replace").strip()
            stream.close()
            return int(text) if text.isdigit() else 0
        stream.truncate(0)
        stream.write(b"\n%d" % os.getpid())  # the first byte is the one that is locked
        stream.flush()
        self.stream = stream
        return None

    def release(self) -> None:
        """Free the lock."""
        if self.stream is not None:
            self.stream.close()
            self.stream = None
